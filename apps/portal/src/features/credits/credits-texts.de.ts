import { formatList, plural } from "@working-social/kernel";
import type { CauseType, CreditSource } from "@working-social/credits/schema";
import { germanMovementWords } from "@working-social/credits/texts/de";
import type { CreditsTexts } from "./credits-texts.ts";

const sources: Record<CreditSource, string> = {
  plan: "Tarif",
  rollover: "Übertrag",
  pack: "Paket",
  gift: "Gutschrift",
  overdraft: "Überzogen",
  returned: "Zurückgebucht",
};

const { kinds } = germanMovementWords;
const causes: Record<CauseType, string> = { ...germanMovementWords.causes, plan: "Ihr Tarif" };
const reasons = new Map(Object.entries(germanMovementWords.reasons));

const quoted = (label: string) => `„${label}“`;

export const texts: CreditsTexts = {
  title: "Guthaben",
  subtitle: "Was Sie nutzen können, bevor etwas Geld kostet, und bis wann.",
  around: "Drucken und Guthaben",
  tabCredits: "Guthaben",
  tabPrint: "Drucken",

  left: "Übrig",
  leftUntil: (day) => `Übrig bis ${day}`,
  ofWhole: (whole) => `von ${whole}`,
  barLeft: (left, whole) => `${left} von ${whole} übrig`,
  barParts: (parts) => formatList("de", parts, "unit"),
  setAside: (quantity) => `${quantity} zurückgelegt`,
  setAsideHint:
    "Zurückgelegt für alles, was am Kopierer wartet oder vorgemerkt ist. Was davon nicht gebraucht wird, steht Ihnen wieder zur Verfügung.",
  leftShort: (left) => `${left} übrig`,
  leftOf: (whole, day) => `übrig von ${whole}, bis ${day}`,
  leftWithout: "übrig",
  planned: (quantity) => `${quantity} verplant`,
  plannedHint:
    "Verplant für Buchungen, die noch kommen. Wenn Sie rechtzeitig stornieren, steht es Ihnen wieder zur Verfügung.",
  used: (quantity) => `${quantity} verbraucht`,
  legend: "Was der Balken zeigt",
  leftWithExtra: (ofPlan, whole, day, extra) =>
    `übrig: bis ${day} noch ${ofPlan} von ${whole} aus dem Tarif, dazu ${extra} aus Paketen und Gutschriften`,
  next: (quantity, month, isTeam) =>
    isTeam
      ? `Im ${month} kommt dazu: ${quantity} aus dem Tarif Ihres Teams`
      : `Im ${month} kommt dazu: ${quantity} aus Ihrem Tarif`,
  held: (quantity) => `${quantity} zurückgelegt für Wartendes`,
  scheduled: (quantity) =>
    `Für Buchungen in späteren Monaten verplant: ${quantity} aus dem, was Ihr Tarif dann gutschreibt`,
  owed: (quantity) => `${quantity} im Minus: Die nächste Gutschrift gleicht es aus`,
  owedShort: (quantity) => `${quantity} im Minus`,
  mayOwe: (quantity) => `Überziehen ist möglich, bis zu ${quantity}`,
  explain: "Dieses Guthaben erklären",
  explainUnit: (unit) => `Dieses Guthaben erklären: ${unit}`,
  allCredits: "Alle Guthaben",

  lots: "In der Reihenfolge, in der es verbraucht wird",
  lotSource: (source, label, month) =>
    (source === "plan" || source === "rollover") && month
      ? source === "plan"
        ? `Tarif, ${month}`
        : `Übertrag in den ${month}`
      : `${sources[source]} ${quoted(label)}`,
  ofTeam: "gehört Ihrem Team",
  until: (day) => `bis ${day}`,
  from: (day) => `ab ${day}`,
  noEnd: "verfällt nicht",
  onlyFor: (what) => `nur für ${formatList("de", what, "unit")}`,
  someRooms: "bestimmte Räume oder Arbeitsplätze",
  resourceKinds: {
    room: "Räume",
    booth: "Telefonboxen",
    hot_desk: "flexible Arbeitsplätze",
    dedicated_desk: "feste Arbeitsplätze",
    equipment: "Geräte",
  },

  emptyTitle: "Sie haben noch kein Guthaben",
  emptyText:
    "Guthaben sind Stunden, Tagespässe und Kopierseiten, die zu Ihrem Tarif gehören, mit einem Paket kommen oder die Ihnen Ihr Coworking-Space gutschreibt. Sie werden zuerst verbraucht; was sie nicht decken, wird berechnet, und die Aufteilung sehen Sie, bevor Sie zusagen.",
  emptyExplain: "Was bisher war",
  emptyBook: "Raum oder Arbeitsplatz buchen",

  explainTitle: (unit) => `${unit}: so kommt Ihr Guthaben zustande`,
  explainSubtitle: "Was da war, was dazukam und wegging und warum, und was übrig ist.",
  back: "Guthaben",
  unit: "Welches Guthaben",
  month: "Monat",
  previousMonth: (month) => `Davor: ${month}`,
  nextMonth: (month) => `Danach: ${month}`,
  noMonthAhead: "Da ist noch nichts passiert.",
  opening: "Anfangsstand",
  openingAt: (day) => day,
  closing: "Endstand",
  closingNow: "Aktueller Stand",
  setAsideOfIt: (quantity) => `davon ${quantity} zurückgelegt für Wartendes`,
  closingAt: (day) => day,
  kind: (kind) => kinds[kind],
  carried: (quantity) => `${quantity} übertragen`,
  causeType: causes,
  planOf: (month) => `Ihr Tarif, ${month}`,
  pack: (label) => `Paket ${quoted(label)}`,
  usedAt: (when) => `für ${when}`,
  byColleague: "Jemand aus Ihrem Team",
  teamPart: (quantity) => `davon ${quantity} aus dem Guthaben Ihres Teams`,
  fromTeam: "aus dem Guthaben Ihres Teams",
  reason: (reason) => reasons.get(reason) ?? `Grund: ${reason}`,
  columnWhen: "Wann",
  columnWhat: "Was",
  columnChange: "Änderung",
  columnBalance: "Stand",
  movements: (unit, month) => `${unit}, ${month}: alle Bewegungen`,
  noMovements: "In diesem Monat gab es keine Bewegungen.",
  endsNext: "Was als Nächstes verfällt",
  endsNextText: "Es wird vor allem anderen verbraucht, damit möglichst nichts verfällt.",
  endsOn: (quantity, day) => `${quantity} am ${day}`,
  endsNothing: "Davon verfällt nichts.",
  download: "Als CSV-Datei herunterladen",
  downloaded: (file) => `Gespeichert als ${file}`,
  chart: ({ unit, month, opening, low, lowDay, closing }) =>
    `${unit} im ${month}: anfangs ${opening}, am wenigsten ${low} (${lowDay}), am Ende ${closing}.`,
  today: "heute",
  chartFlat: (unit, month, balance) => `${unit} im ${month}: durchgehend ${balance}.`,

  packs: "Pakete",
  packsText: "Einmal gekauft; verbraucht werden sie nach dem, was Ihr Tarif gutschreibt.",
  packLasts: (days) => plural("de", days, { one: "einen Tag gültig", other: `${days} Tage gültig` }),
  packForever: "verfällt nicht",
  buyPack: (name, price) => `${price}: ${name} kaufen`,
  buySomeTitle: "Ein Paket kaufen?",
  buyWhich: "Welches Paket",
  buyTitle: (name) => `${quoted(name)} kaufen?`,
  buyGives: (quantity, day) =>
    day
      ? `Sie bekommen sofort ${quantity}, nutzbar bis ${day}.`
      : `Sie bekommen sofort ${quantity}; das Guthaben verfällt nicht.`,
  buyCosts: (price) =>
    `Wir notieren ${price} als offenen Posten für Ihre nächste Rechnung; Ihre Karte wird jetzt nicht belastet.`,
  buyCostsTeam: (price) =>
    `Wir notieren ${price} als Ihren offenen Posten; nutzen können das Guthaben alle in Ihrem Team.`,
  buyWhose: "Für wen",
  buyForMe: "Für mich",
  buyForTeam: "Für mein Team",
  buyConfirm: (price) => `Für ${price} kaufen`,
  bought: (quantity) => `Gutgeschrieben: ${quantity}`,
  boughtText: (price) => `${price} stehen jetzt bei Ihren offenen Posten.`,
  packPriceChanged: "Der Preis hat sich geändert",

  charges: "Offene Posten",
  chargesText: (sum) =>
    sum === null
      ? "Sie kommen mit Ihrer nächsten Rechnung."
      : `Zusammen ${sum}. Sie kommen mit Ihrer nächsten Rechnung.`,
  printed: (title) => `Gedruckt: ${title}`,
  noCharges: "Nichts zu zahlen.",
  chargeOf: (amount) => `von ${amount}`,
  paidByCredits: (amount) => `${amount} mit Guthaben bezahlt`,
  moreCharges: "Frühere Posten anzeigen",
};
