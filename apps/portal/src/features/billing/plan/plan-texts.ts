import { formatList, plural, type WordsLike } from "@working-social/kernel";
import { catalog } from "../../../lib/texts/catalog.ts";
import { type NoticeTerms } from "./notice.ts";
import type { TakeBack } from "./offers.ts";

const every: Record<number, string> = { 1: "a month", 3: "a quarter", 12: "a year" };

/** "one month ahead", "14 days ahead" */
const ahead = ({ noticeMonths, noticeDays }: NoticeTerms) =>
  noticeMonths > 0
    ? plural("en", noticeMonths, { one: "one month ahead", other: `${noticeMonths} months ahead` })
    : noticeDays > 0
      ? plural("en", noticeDays, { one: "one day ahead", other: `${noticeDays} days ahead` })
      : null;

const takenBack: Record<TakeBack, string> = {
  plan: "It stays as it is.",
  pause: "It is not paused.",
  end: "It goes on.",
};

const en = {
  title: "My plan",
  subtitle: "What you have, what comes next, and what it costs.",
  ofTeam: (name: string) => `For ${name}`,
  since: (day: string) => `since ${day}`,
  from: (day: string) => `from ${day}`,
  until: (day: string) => `until ${day}`,
  ended: (day: string) => `ended on ${day}`,
  facts: (parts: readonly string[]) => parts.join(" · "),
  perPeriod: (months: number) => every[months] ?? `every ${months} months`,
  plusTax: "plus tax",
  withTax: "tax included",
  priceNote: (period: string, tax: string) => `${period}, ${tax}`,
  noName: "Membership",
  letting: "Desk or office",

  gives: "What it gives you",
  eachPeriod: "each month",
  seats: "Seats",
  seatsEach: (price: string) => `${price} each`,
  discount: "Discount",
  off: (what: string) => `${what} off`,
  coupon: (code: string) => `coupon ${code}`,
  freePeriods: (n: number) => plural("en", n, { one: "one period free", other: `${n} periods free` }),
  forPeriods: (n: number) => plural("en", n, { one: "for one period", other: `for ${n} periods` }),
  deposit: "Deposit",
  depositNote: "comes back when it has ended",
  nextPeriod: "Next period",
  nextPeriodOn: (day: string) => `begins ${day}`,

  unpriced: "No price has been agreed for it yet",
  unpricedText:
    "You can use everything that it gives, and nothing of it is billed. When the space sets a price, you see it here before the first invoice.",
  comingPlan: (name: string, seats: string | null, day: string) =>
    seats === null ? `${name} from ${day}` : `${name} with ${seats} from ${day}`,
  comingPrice: (day: string, price: string) => `From ${day} it costs ${price}, as agreed.`,
  pausedSince: (day: string) => `Paused since ${day}`,
  pausedText: (day: string | null) =>
    day === null ? "It costs nothing until you resume it." : `It costs nothing. It goes on by itself on ${day}.`,
  pauseAhead: (from: string, until: string | null) =>
    until === null ? `Paused from ${from}, until you resume it` : `Paused from ${from}, on again from ${until}`,
  pauseAheadText: "It costs nothing in these days.",
  endsOn: (day: string) => `Ends on ${day}`,
  endsOnText: "Nothing is billed for the days after that.",
  takeBack: "Take it back",
  takeBackOf: (what: string) => `Take it back: ${what}`,
  takenBack: (what: TakeBack) => takenBack[what],
  keepGoing: "Keep it",

  goesOn: (day: string, terms: NoticeTerms) => {
    const notice = ahead(terms);
    return notice === null
      ? `It goes on by itself. You can end it with any period: today for ${day}.`
      : `It goes on by itself. You can end it with any period, ${notice}: today for ${day}.`;
  },
  changePlan: "Change plan",
  changePlanOrSeats: "Change plan or seats",
  pause: "Pause",
  resume: "Resume",
  end: "End it",
  what: "What to change",

  nextInvoice: "Your next invoice",
  nextInvoiceTeam: (name: string) => `Next invoice of ${name}`,
  today: "Today",
  tomorrow: "Tomorrow",
  /** The parts that stand out are marked: **…**. */
  invoiceComes: (day: string, amount: string, due: string) =>
    `On **${day}** your invoice of **${amount}** comes. Please pay it by **${due}**.`,
  invoiceComesSoon: (soon: string, day: string, amount: string, due: string) =>
    `${soon}, **${day}**, your invoice of **${amount}** comes. Please pay it by **${due}**.`,
  nothingToPay: (day: string) => `On **${day}** your invoice comes, and there is **nothing to pay**.`,
  carried: (day: string, amount: string) =>
    `On **${day}** there is nothing to pay: **${amount}** come off the invoice after it.`,
  comesBack: (amount: string) => `**${amount}** come back to you, with a credit note.`,
  noNextInvoice: (day: string) => `Nothing of it is billed on ${day}.`,
  noNextInvoiceEnd: "No more invoices come of it.",
  soFar: "As it stands now. What you use until then comes with it.",
  inAll: "To pay",
  offNext: "Off your next invoice",
  backToYou: "Comes back to you",

  invoices: "Invoices",
  allInvoices: "All invoices",
  noInvoices: "None yet. The first comes with the space’s next billing.",

  emptyTitle: "You have no plan yet",
  emptyText:
    "Your plan is arranged with the front desk: they agree it with you, and from then on you see here what you have, what comes next and what it costs. Until then you pay for what you book.",
  emptyBook: "See what you can book",
  emptyInvoices: "Look at invoices",

  panel: "Change",
  choose: "Plan",
  whatYouHave: "what you have",
  newPrice: "at today’s price",
  oldPrice: "what you have, as agreed",
  perSeat: "for each seat",
  fromWhen: "From when",
  whenToday: "Today",
  whenDay: "Another day",
  day: "Day",
  howManySeats: "Seats",
  nothingChanges: "That is what you have. Choose another plan to see what it would cost.",
  nothingChangesSeats: "That is what you have. Choose another plan, or other seats, to see what it would cost.",
  onlyAtRenewal: (period: string) => `It is paid by ${period}: that can begin with your next period.`,
  commitPlan: (name: string, day: string) => `Change to ${name} on ${day}`,
  commitPlanToday: (name: string) => `Change to ${name} today`,
  commitSeats: (seats: string, day: string) => `${seats} from ${day}`,
  commitSeatsToday: (seats: string) => `${seats} from today`,
  backUntil: (day: string) => `You can take it back until ${day}.`,
  backNever: "This counts at once. To go back, change again.",
  changed: (what: string) => `${what}. It is agreed.`,
  undo: "Undo",

  pauseText: "While it is paused it costs nothing and gives nothing; your plan, price and place stay yours.",
  pauseFrom: "First day of the pause",
  pauseUntil: "On again",
  pauseOpen: "When I resume it",
  pauseFixed: "On a day",
  pauseFixedDay: "First day again",
  commitPause: (from: string) => `Pause from ${from}`,
  pauseNeedsDays: "Choose days that are still to come, the last after the first.",
  resumeText: "From the chosen day on it gives you everything again, and its days are billed.",
  resumeOn: "First day again",
  commitResume: (day: string) => `Resume on ${day}`,
  commitResumeToday: "Resume today",
  resumed: (day: string) => `It goes on from ${day}.`,

  endText: (day: string) => `As agreed it can end on ${day} at the earliest.`,
  endLastDay: "Last day",
  endDeposit: (amount: string) => `Your deposit of ${amount} comes back when it has ended.`,
  endAfter: (day: string) => `Until then everything stays as it is. From ${day} on nothing of it is billed.`,
  commitEnd: (day: string) => `End it on ${day}`,
  ends: (day: string) => `It ends on ${day}.`,

  reckoning: "What it does to your invoices",
  reckoningLoading: "Working out what it costs",
  onInvoice: (day: string) => `On the invoice of ${day}`,
  onNextInvoice: "On your next invoice",
  same: "Your invoices stay as they are.",
  without: (amount: string) => `Without the change it would be ${amount}.`,
  noLonger: (amount: string, day: string) => `${amount} on ${day} no longer come.`,
  follower: (day: string) => `Your contract begins anew on ${day}, because it is paid in another rhythm.`,
  notes: (parts: readonly string[]) => formatList("en", parts, "unit"),
};

export type PlanTexts = WordsLike<typeof en>;
export const planTexts = catalog<PlanTexts>({ en, de: () => import("./plan-texts.de.ts") });
