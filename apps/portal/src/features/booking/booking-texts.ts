import type { WordsLike } from "@working-social/kernel";
import type { QuoteLine, ResourceView, UsedLot } from "@working-social/booking/schema";
import { formatMinutes, formatPrice } from "../../lib/format.ts";
import { catalog, UNTRANSLATED } from "../../lib/texts/catalog.ts";
import { capital, you, your, type Whose } from "../../lib/texts/whose.ts";

type LineOf<Kind extends QuoteLine["kind"]> = Extract<QuoteLine, { kind: Kind }>;

const units = {
  hour: (line: LineOf<"time">, currency: string) =>
    `${formatMinutes(line.minutes)} at ${formatPrice(line.unitPriceMinor, currency)} an hour`,
  half_day: (line: LineOf<"time">, currency: string) =>
    `${line.units === 1 ? "Half a day" : `${line.units} half-days`} at ${formatPrice(line.unitPriceMinor, currency)}`,
  day: (line: LineOf<"time">, currency: string) =>
    `${line.units === 1 ? "A day" : `${line.units} days`} at ${formatPrice(line.unitPriceMinor, currency)}`,
};

const share = (percent: number) => (percent === 100 ? "all of it" : percent === 50 ? "half" : `${percent}\u00A0%`);

/** Where credits come from, as a part of a sentence. */
function lotWords({ source, owner, label, isPlanned }: UsedLot, month: string | null, whose: Whose): string {
  const isTeams = owner === "team";
  const theirs = isTeams ? `${your(whose)} team’s` : your(whose);
  const did = (what: string) => (isTeams ? `${your(whose)} team ${what}` : you(whose, what, what));
  if (isPlanned && month) return isTeams || whose !== null ? `${theirs} plan of ${month}` : `${month}’s plan`;
  switch (source) {
    case "plan":
      return `${theirs} plan`;
    case "rollover":
      return `what ${did("carried over")}`;
    case "pack":
      return `${theirs} pack “${label}”`;
    case "gift":
      return `${isTeams || whose !== null ? theirs : "a"} gift “${label}”`;
    case "overdraft":
      return "what may be owed";
    case "returned":
      return `what ${did("got back")} from “${label}”`;
  }
}

const kinds: Record<ResourceView["kind"], string> = {
  room: "room",
  booth: "booth",
  hot_desk: "desk",
  dedicated_desk: "desk of one's own",
  equipment: "equipment",
};

function creditsOf({ unit, quantity }: { unit: string; quantity: number }): string {
  if (unit === "room_minutes") return formatMinutes(quantity);
  return quantity === 1 ? "1 day pass" : `${quantity} day passes`;
}

const en = {
  whatItCosts: "What it costs, and why",
  total: "Total",
  nothing: "Nothing to pay",
  free: "free",
  includesTax: "in the prices above",
  lineTime: (line: LineOf<"time">, currency: string) => units[line.unit](line, currency),
  lineMinimum: (line: LineOf<"minimum">, currency: string) =>
    `Up to the minimum of ${formatPrice(line.minimumMinor, currency)}`,
  lineKept: "Kept from the earlier price",
  lineKeptWhy: (line: LineOf<"kept">, currency: string) =>
    `The free period is over: ${share(line.feePercent)} of ${formatPrice(line.earlierTotalMinor, currency)} stays owed`,
  lineKeptCredits: (line: LineOf<"kept_credits">, whose: Whose) =>
    `${creditsOf(line)} of ${your(whose)} credits stay used`,
  lineKeptCreditsWhy: (line: LineOf<"kept_credits">) =>
    `The free period is over: kept of the ${creditsOf({ ...line, quantity: line.earlierQuantity })} of the earlier booking`,
  /** "1 h 00 from your plan"; what comes from elsewhere says from where. */
  lineLot: (quantity: string, lot: UsedLot, month: string | null, whose: Whose) =>
    `${quantity} from ${lotWords(lot, month, whose)}`,
  /** Behind it, in brackets: "9 h left until 30 November". */
  lotLeft: (left: string, lastDay: string | null) => (lastDay ? `${left} left until ${lastDay}` : `${left} left`),
  lotPlanned: (left: string, month: string) => `${left} left in ${month} after this`,
  lotAfter: (left: string) => `${left} left after this`,
  lotPlannedWhy: (month: string) => `Taken from ${month}’s plan when that month begins`,
  /** "30 min × $24.00", what credits leave to pay. */
  restHours: (minutes: number, priceMinor: number, currency: string) =>
    `${formatMinutes(minutes)} × ${formatPrice(priceMinor, currency)}`,
  restDays: (days: number, priceMinor: number, currency: string) =>
    `${days === 1 ? "1 day" : `${days} days`} × ${formatPrice(priceMinor, currency)}`,
  restWhy: (rate: string, unit: "hour" | "day") => `${rate}, for ${unit === "hour" ? "an hour" : "a day"}`,
  equals: (what: string, amount: string) => `${what} = ${amount}`,
  lineFree: (line: LineOf<"free">) => `${formatMinutes(line.minutes)} free of charge`,
  lineTax: (line: LineOf<"tax">) => `${line.name} ${line.basisPoints / 100}\u00A0%`,
  kind: (kind: ResourceView["kind"]) => kinds[kind],
  forPeople: (capacity: number) => (capacity === 1 ? "1 person" : `for ${capacity}`),
  people: (capacity: number) => (capacity === 1 ? "1 person" : `${capacity} people`),
  /** What a price takes of credits and money: "1 h + $12.72". */
  costs: (credits: string[], money: string | null) => [...credits, ...(money ? [money] : [])].join(" + "),
  freeUntilStart: "Free to cancel until it starts.",
  freeUntil: (until: string) => `Free to cancel until ${until}.`,
  thenYouPay: (percent: number, whose: Whose) => `After that ${you(whose, "pay", "pays")} ${share(percent)}`,
  cancellingKeeps: (credits: string, whose: Whose) =>
    `Cancelling leaves ${credits} of ${your(whose)} credits used, as owed since the change`,
  inCredits: "in credits",
  inCreditsAndMoney: "in credits and money alike",
  fromThen: (from: string, percent: number) => `from ${from} ${share(percent)}`,
  cancellingCosts: (percent: number) => `Cancelling costs ${share(percent)} now`,
  title: "Title",
  titlePlaceholder: "Design review",
  titlePublic: "Others see the title",
  titlePublicHint: "On the timeline of this location. Your name stays out of it.",
  bookFor: "Book for",
  bookForMyself: "Myself",
  bookForHint: "As staff you may go past the rules that members have.",
  bookThing: (name: string) => `Book ${name}`,
  askForThing: (name: string) => `Ask for ${name}`,
  hold: "Hold it for 10 minutes",
  needsApproval: (whose: Whose) =>
    `Somebody of the space looks at it first. ${capital(you(whose, "hear", "hears"))} by mail; until then the slot is ${whose === null ? "yours" : your(whose)}.`,
  cannotTitle: "This can't be booked",
  justTakenTitle: "Just taken",
  takenTitle: "Taken at that time",
  priceTitle: "The price has changed",
  insteadWorks: "These work:",
  byRule: (name: string) => `Rule “${name}”`,
  booked: (name: string, whose: Whose) => (whose === null ? `${name} is yours` : `${name} is booked for ${whose}`),
  askedFor: (name: string) => `You asked for ${name}`,
  askedForText: "You hear by mail when somebody has looked at it.",
  held: (name: string) => `${name} is held for you`,
  undo: "Undo",
  undone: "Undone: nothing was booked.",
  open: "Open",
  loadingPrice: "Asking for the price",
  mine: "you",
};

export type BookingTexts = WordsLike<typeof en>;
export const bookingTexts = catalog<BookingTexts>({ en, de: UNTRANSLATED });
