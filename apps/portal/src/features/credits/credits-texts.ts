import { formatList, plural, type WordsLike } from "@working-social/kernel";
import type { CauseType, CreditSource, MovementView } from "@working-social/credits/schema";
import { movementWords } from "@working-social/credits/texts";
import { catalog } from "../../lib/texts/catalog.ts";

const sources: Record<CreditSource, string> = {
  plan: "Plan",
  rollover: "Carried over",
  pack: "Pack",
  gift: "Gift",
  overdraft: "Owed",
  returned: "Given back",
};

const { kinds } = movementWords;
const causes: Record<CauseType, string> = { ...movementWords.causes, plan: "Your plan" };
/** Why something came back, where the space itself says so; people write their own reasons. */
const reasons = new Map(Object.entries({ ...movementWords.reasons, changed: "since it was changed" }));

/** What a picture of a month shows, in figures of the unit. */
interface ChartFacts {
  unit: string;
  month: string;
  opening: string;
  low: string;
  lowDay: string;
  closing: string;
}

const quoted = (label: string) => `“${label}”`;

const en = {
  title: "Credits",
  subtitle: "What you can use before anything costs money, and until when.",
  around: "Print and credits",
  tabCredits: "Credits",
  tabPrint: "Print",

  left: "Left",
  leftUntil: (day: string) => `Left until ${day}`,
  /** Behind what is left: 9 h "of 10 h". */
  ofWhole: (whole: string) => `of ${whole}`,
  barLeft: (left: string, whole: string) => `${left} left of ${whole}`,
  barParts: (parts: readonly string[]) => formatList("en", parts, "unit"),
  setAside: (quantity: string) => `${quantity} set aside`,
  setAsideHint: "Set aside for what waits at the copier or is held. What it does not use comes back.",
  leftShort: (left: string) => `${left} left`,
  leftOf: (whole: string, day: string) => `left of ${whole}, until ${day}`,
  leftWithout: "left",
  planned: (quantity: string) => `${quantity} planned`,
  plannedHint: "Used by bookings that are still to come. It comes back if you cancel in time.",
  used: (quantity: string) => `${quantity} used`,
  legend: "What the bar shows",
  /** 14 h "left: 9 h of your plan’s 10 h until 30 November, and 5 h from packs and gifts" */
  leftWithExtra: (ofPlan: string, whole: string, day: string, extra: string) =>
    `left: ${ofPlan} of the plan’s ${whole} until ${day}, and ${extra} from packs and gifts`,
  next: (quantity: string, month: string, isTeam: boolean) =>
    isTeam
      ? `${quantity} to come in ${month}, from your team’s plan`
      : `${quantity} to come in ${month}, from your plan`,
  held: (quantity: string) => `${quantity} set aside for what waits`,
  scheduled: (quantity: string) => `${quantity} promised to bookings of later months, from what your plan gives then`,
  owed: (quantity: string) => `${quantity} owed: the next credits pay for it`,
  owedShort: (quantity: string) => `${quantity} owed`,
  mayOwe: (quantity: string) => `${quantity} more may be owed`,
  explain: "Explain this balance",
  explainUnit: (unit: string) => `Explain this balance: ${unit}`,
  allCredits: "All credits",

  lots: "In the order in which they are used",
  lotSource: (source: CreditSource, label: string, month: string | null) =>
    (source === "plan" || source === "rollover") && month
      ? source === "plan"
        ? `Plan, ${month}`
        : `Carried over into ${month}`
      : `${sources[source]} ${quoted(label)}`,
  ofTeam: "your team’s",
  until: (day: string) => `until ${day}`,
  from: (day: string) => `from ${day}`,
  noEnd: "never expires",
  onlyFor: (what: readonly string[]) => `only for ${formatList("en", what, "unit")}`,
  someRooms: "certain rooms or desks",
  resourceKinds: {
    room: "rooms",
    booth: "booths",
    hot_desk: "desks",
    dedicated_desk: "dedicated desks",
    equipment: "equipment",
  },

  emptyTitle: "You have no credits yet",
  emptyText:
    "Credits are hours, day passes and copier pages that a plan includes, a pack brings, or the space gives you. They are used first; what they don’t cover is charged, and you see the split before you say yes.",
  emptyExplain: "What happened before",
  emptyBook: "Book a room or desk",

  explainTitle: (unit: string) => `${unit}, explained`,
  explainSubtitle: "What was there, what came and went and why, and what is left.",
  back: "Credits",
  unit: "Which credits",
  month: "Month",
  previousMonth: (month: string) => `Before: ${month}`,
  nextMonth: (month: string) => `After: ${month}`,
  noMonthAhead: "Nothing has happened there yet.",
  opening: "Opening balance",
  openingAt: (day: string) => day,
  closing: "Closing balance",
  closingNow: "Balance now",
  setAsideOfIt: (quantity: string) => `${quantity} of it set aside for what waits`,
  closingAt: (day: string) => day,
  kind: (kind: MovementView["kind"]) => kinds[kind],
  carried: (quantity: string) => `${quantity} carried over`,
  causeType: causes,
  planOf: (month: string) => `Your plan, ${month}`,
  pack: (label: string) => `Pack ${quoted(label)}`,
  usedAt: (when: string) => `for ${when}`,
  byColleague: "A colleague in your team",
  teamPart: (quantity: string) => `${quantity} of it your team’s`,
  fromTeam: "your team’s",
  reason: (reason: string) => reasons.get(reason) ?? `Reason: ${reason}`,
  columnWhen: "When",
  columnWhat: "What",
  columnChange: "Change",
  columnBalance: "Balance",
  movements: (unit: string, month: string) => `${unit}, ${month}: every movement`,
  noMovements: "Nothing moved in this month.",
  endsNext: "What expires next",
  endsNextText: "Used before anything else, so that nothing is lost if it can be helped.",
  endsOn: (quantity: string, day: string) => `${quantity} on ${day}`,
  endsNothing: "None of this expires.",
  download: "Download as CSV",
  downloaded: (file: string) => `Saved as ${file}`,
  chart: ({ unit, month, opening, low, lowDay, closing }: ChartFacts) =>
    `${unit} through ${month}: ${opening} at first, ${low} at the lowest (${lowDay}), ${closing} at the end.`,
  today: "today",
  chartFlat: (unit: string, month: string, balance: string) => `${unit} through ${month}: ${balance} all the time.`,

  packs: "Packs",
  packsText: "Bought once, used after what your plan gives.",
  packLasts: (days: number) => plural("en", days, { one: "good for one day", other: `good for ${days} days` }),
  packForever: "never expires",
  /** Begins with what the button shows. */
  buyPack: (name: string, price: string) => `${price}: buy ${name}`,
  buySomeTitle: "Buy a pack?",
  buyWhich: "Which one",
  buyTitle: (name: string) => `Buy ${quoted(name)}?`,
  buyGives: (quantity: string, day: string | null) =>
    day ? `You get ${quantity} at once, to use until ${day}.` : `You get ${quantity} at once, and they never expire.`,
  buyCosts: (price: string) =>
    `${price} becomes an open charge on your account. It comes with your next invoice; nothing is taken from a card now.`,
  buyCostsTeam: (price: string) => `${price} becomes an open charge of yours, and everybody in your team can use it.`,
  buyWhose: "For whom",
  buyForMe: "For me",
  buyForTeam: "For my team",
  buyConfirm: (price: string) => `Buy for ${price}`,
  bought: (quantity: string) => `${quantity} are yours`,
  boughtText: (price: string) => `${price} is on your open charges.`,
  packPriceChanged: "The price has changed",

  charges: "Open charges",
  /** The sum, where it is known. */
  chargesText: (sum: string | null) =>
    sum === null ? "Collected until your next invoice." : `${sum} in all. Collected until your next invoice.`,
  printed: (title: string) => `Printed: ${title}`,
  noCharges: "Nothing to pay.",
  chargeOf: (amount: string) => `of ${amount}`,
  paidByCredits: (amount: string) => `${amount} paid by credits`,
  moreCharges: "Show earlier charges",
};

export type CreditsTexts = WordsLike<typeof en>;
export const creditsTexts = catalog<CreditsTexts>({ en, de: () => import("./credits-texts.de.ts") });
