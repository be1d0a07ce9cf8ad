import { formatList, plural } from "@working-social/kernel";
import type { NoticeTerms } from "./notice.ts";
import type { TakeBack } from "./offers.ts";
import type { PlanTexts } from "./plan-texts.ts";

const every: Record<number, string> = { 1: "im Monat", 3: "im Quartal", 12: "im Jahr" };
const rhythm: Record<string, string> = { "im Monat": "Monat", "im Quartal": "Quartal", "im Jahr": "Jahr" };

const ahead = ({ noticeMonths, noticeDays }: NoticeTerms) =>
  noticeMonths > 0
    ? plural("de", noticeMonths, { one: "einen Monat vorher", other: `${noticeMonths} Monate vorher` })
    : noticeDays > 0
      ? plural("de", noticeDays, { one: "einen Tag vorher", other: `${noticeDays} Tage vorher` })
      : null;

const takenBack: Record<TakeBack, string> = {
  plan: "Es bleibt, wie es ist.",
  pause: "Es wird nicht pausiert.",
  end: "Es geht weiter.",
};

export const texts: PlanTexts = {
  title: "Mein Tarif",
  subtitle: "Was Sie haben, was als Nächstes kommt und was es kostet.",
  ofTeam: (name) => `Für ${name}`,
  since: (day) => `seit ${day}`,
  from: (day) => `ab ${day}`,
  until: (day) => `bis ${day}`,
  ended: (day) => `am ${day} beendet`,
  facts: (parts) => parts.join(" · "),
  perPeriod: (months) => every[months] ?? `alle ${months} Monate`,
  plusTax: "zuzüglich Steuer",
  withTax: "mit Steuer",
  priceNote: (period, tax) => `${period}, ${tax}`,
  noName: "Mitgliedschaft",
  letting: "Schreibtisch oder Büro",

  gives: "Was er Ihnen gibt",
  eachPeriod: "jeden Monat",
  seats: "Plätze",
  seatsEach: (price) => `je ${price}`,
  discount: "Nachlass",
  off: (what) => `${what} weniger`,
  coupon: (code) => `Gutschein ${code}`,
  freePeriods: (n) => plural("de", n, { one: "ein Zeitraum kostenlos", other: `${n} Zeiträume kostenlos` }),
  forPeriods: (n) => plural("de", n, { one: "für einen Zeitraum", other: `für ${n} Zeiträume` }),
  deposit: "Kaution",
  depositNote: "kommt nach dem Ende zurück",
  nextPeriod: "Nächster Zeitraum",
  nextPeriodOn: (day) => `beginnt am ${day}`,

  unpriced: "Dafür ist noch kein Preis vereinbart",
  unpricedText:
    "Sie können alles nutzen, was der Tarif gibt, und nichts davon wird berechnet. Legt der Space einen Preis fest, sehen Sie ihn hier vor der ersten Rechnung.",
  comingPlan: (name, seats, day) => (seats === null ? `${name} ab ${day}` : `${name} mit ${seats} ab ${day}`),
  comingPrice: (day, price) => `Ab ${day} kostet er ${price}, wie vereinbart.`,
  pausedSince: (day) => `Pausiert seit ${day}`,
  pausedText: (day) =>
    day === null
      ? "Er kostet nichts, bis Sie ihn fortsetzen."
      : `Er kostet nichts. Am ${day} geht er von selbst weiter.`,
  pauseAhead: (from, until) =>
    until === null ? `Pausiert ab ${from}, bis Sie ihn fortsetzen` : `Pausiert ab ${from}, wieder ab ${until}`,
  pauseAheadText: "In diesen Tagen kostet er nichts.",
  endsOn: (day) => `Endet am ${day}`,
  endsOnText: "Für die Tage danach wird nichts berechnet.",
  takeBack: "Zurücknehmen",
  takeBackOf: (what) => `Zurücknehmen: ${what}`,
  takenBack: (what) => takenBack[what],
  keepGoing: "Behalten",

  goesOn: (day, terms) => {
    const notice = ahead(terms);
    return notice === null
      ? `Er läuft von selbst weiter. Sie können ihn mit jedem Zeitraum beenden: heute zum ${day}.`
      : `Er läuft von selbst weiter. Sie können ihn mit jedem Zeitraum beenden, ${notice}: heute zum ${day}.`;
  },
  changePlan: "Tarif ändern",
  changePlanOrSeats: "Tarif oder Plätze ändern",
  pause: "Pausieren",
  resume: "Fortsetzen",
  end: "Beenden",
  what: "Was sich ändern soll",

  nextInvoice: "Ihre nächste Rechnung",
  nextInvoiceTeam: (name) => `Nächste Rechnung von ${name}`,
  today: "Heute",
  tomorrow: "Morgen",
  invoiceComes: (day, amount, due) =>
    `Am **${day}** kommt Ihre Rechnung über **${amount}**. Bitte zahlen Sie sie bis **${due}**.`,
  invoiceComesSoon: (soon, day, amount, due) =>
    `${soon}, am **${day}**, kommt Ihre Rechnung über **${amount}**. Bitte zahlen Sie sie bis **${due}**.`,
  nothingToPay: (day) => `Am **${day}** kommt Ihre Rechnung, und es ist **nichts zu zahlen**.`,
  carried: (day, amount) =>
    `Am **${day}** ist nichts zu zahlen: **${amount}** werden von der Rechnung danach abgezogen.`,
  comesBack: (amount) => `**${amount}** kommen zu Ihnen zurück, mit einer Gutschrift.`,
  noNextInvoice: (day) => `Am ${day} wird davon nichts berechnet.`,
  noNextInvoiceEnd: "Davon kommen keine Rechnungen mehr.",
  soFar: "Wie es jetzt steht. Was Sie bis dahin nutzen, kommt dazu.",
  inAll: "Zu zahlen",
  offNext: "Von der nächsten Rechnung ab",
  backToYou: "Kommt zu Ihnen zurück",

  invoices: "Rechnungen",
  allInvoices: "Alle Rechnungen",
  noInvoices: "Noch keine. Die erste kommt mit der nächsten Abrechnung des Space.",

  emptyTitle: "Sie haben noch keinen Tarif",
  emptyText:
    "Ihren Tarif vereinbaren Sie mit dem Empfang. Von da an sehen Sie hier, was Sie haben, was als Nächstes kommt und was es kostet. Bis dahin zahlen Sie, was Sie buchen.",
  emptyBook: "Sehen, was Sie buchen können",
  emptyInvoices: "Rechnungen ansehen",

  panel: "Ändern",
  choose: "Tarif",
  whatYouHave: "den haben Sie",
  newPrice: "zum heutigen Preis",
  oldPrice: "den haben Sie, wie vereinbart",
  perSeat: "je Platz",
  fromWhen: "Ab wann",
  whenToday: "Heute",
  whenDay: "An einem anderen Tag",
  day: "Tag",
  howManySeats: "Plätze",
  nothingChanges: "Den haben Sie. Wählen Sie einen anderen Tarif, um zu sehen, was er kosten würde.",
  nothingChangesSeats:
    "Das haben Sie. Wählen Sie einen anderen Tarif oder eine andere Zahl von Plätzen, um zu sehen, was es kosten würde.",
  onlyAtRenewal: (period) =>
    `Er wird für ein ${rhythm[period] ?? "anderes Intervall"} bezahlt: Das kann mit Ihrem nächsten Zeitraum beginnen.`,
  commitPlan: (name, day) => `Am ${day} zu ${name} wechseln`,
  commitPlanToday: (name) => `Heute zu ${name} wechseln`,
  commitSeats: (seats, day) => `${seats} ab ${day}`,
  commitSeatsToday: (seats) => `${seats} ab heute`,
  backUntil: (day) => `Bis ${day} können Sie es zurücknehmen.`,
  backNever: "Das gilt sofort. Um zurückzugehen, ändern Sie es noch einmal.",
  changed: (what) => `${what}. Das ist vereinbart.`,
  undo: "Rückgängig",

  pauseText: "Solange er pausiert, kostet er nichts und gibt nichts; Tarif, Preis und Platz bleiben Ihnen.",
  pauseFrom: "Erster Tag der Pause",
  pauseUntil: "Weiter",
  pauseOpen: "Wenn ich ihn fortsetze",
  pauseFixed: "An einem Tag",
  pauseFixedDay: "Erster Tag danach",
  commitPause: (from) => `Ab ${from} pausieren`,
  pauseNeedsDays: "Wählen Sie Tage, die noch kommen, den letzten nach dem ersten.",
  resumeText: "Ab dem gewählten Tag gibt er Ihnen wieder alles, und seine Tage werden berechnet.",
  resumeOn: "Erster Tag",
  commitResume: (day) => `Am ${day} fortsetzen`,
  commitResumeToday: "Heute fortsetzen",
  resumed: (day) => `Er läuft ab ${day} weiter.`,

  endText: (day) => `Wie vereinbart kann er frühestens am ${day} enden.`,
  endLastDay: "Letzter Tag",
  endDeposit: (amount) => `Ihre Kaution von ${amount} kommt zurück, wenn er geendet hat.`,
  endAfter: (day) => `Bis dahin bleibt alles, wie es ist. Ab ${day} wird davon nichts mehr berechnet.`,
  commitEnd: (day) => `Am ${day} beenden`,
  ends: (day) => `Er endet am ${day}.`,

  reckoning: "Was es mit Ihren Rechnungen macht",
  reckoningLoading: "Es wird ausgerechnet, was es kostet",
  onInvoice: (day) => `Auf der Rechnung vom ${day}`,
  onNextInvoice: "Auf Ihrer nächsten Rechnung",
  same: "Ihre Rechnungen bleiben, wie sie sind.",
  without: (amount) => `Ohne die Änderung wären es ${amount}.`,
  noLonger: (amount, day) => `${amount} am ${day} fallen weg.`,
  follower: (day) => `Ihr Vertrag beginnt am ${day} neu, weil er in einem anderen Rhythmus bezahlt wird.`,
  notes: (parts) => formatList("de", parts, "unit"),
};
