import { formatList, formatPercent, plural, type WordsLike } from "@working-social/kernel";
import type { QuoteLine, UnitQuantity, UsedLot } from "@working-social/booking/schema";
import { formatMinutes, formatPrice } from "../../lib/format.ts";
import { locale } from "../../lib/locale.ts";
import { catalog, textsOf } from "../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { capital, you, your, type Whose } from "../../lib/texts/whose.ts";

export type LineOf<Kind extends QuoteLine["kind"]> = Extract<QuoteLine, { kind: Kind }>;

const units = {
  hour: (line: LineOf<"time">, currency: string) =>
    `${formatMinutes(line.minutes)} at ${formatPrice(line.unitPriceMinor, currency)} an hour`,
  half_day: (line: LineOf<"time">, currency: string) =>
    `${plural("en", line.units, { one: "Half a day", other: `${line.units} half-days` })} at ${formatPrice(line.unitPriceMinor, currency)}`,
  day: (line: LineOf<"time">, currency: string) =>
    `${plural("en", line.units, { one: "A day", other: `${line.units} days` })} at ${formatPrice(line.unitPriceMinor, currency)}`,
};

/** A part of the price. */
function share(percent: number): string {
  if (percent === 100) return "all of it";
  return percent === 50 ? "half" : formatPercent(locale, percent / 100);
}

/** From then on, cancelling costs that much of the price. */
export interface FeeStep {
  readonly from: string;
  readonly percent: number;
}
/** What the price takes, and so what a fee keeps. */
export type TakenFrom = "money" | "credits" | "both";

const taken: Record<TakenFrom, string> = { money: "", credits: ", in credits", both: ", in credits and money alike" };
const andLater = (steps: readonly FeeStep[]) =>
  steps.map(({ from, percent }) => `, from ${from} ${share(percent)}`).join("");

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

const creditsOf = ({ unit, quantity }: UnitQuantity) => textsOf(creditUnitTexts).quantity(unit, null, quantity);

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
  /** "1 h from your plan"; what comes from elsewhere says from where. */
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
    `${days} ${plural("en", days, { one: "day", other: "days" })} × ${formatPrice(priceMinor, currency)}`,
  restWhy: (rate: string, unit: "hour" | "day") => `${rate}, ${unit === "hour" ? "an hour" : "a day"}`,
  /** What pays for it, piece by piece; what is left of a piece stands behind it. */
  paidBy: (pieces: readonly string[]) => formatList(locale, pieces, "unit"),
  withRest: (piece: string, left: string) => `${piece} (${left})`,
  equals: (what: string, amount: string) => `${what} = ${amount}`,
  lineFree: (line: LineOf<"free">) => `${formatMinutes(line.minutes)} free of charge`,
  lineTax: (line: LineOf<"tax">) => `${line.name} ${formatPercent(locale, line.basisPoints / 10_000)}`,
  forPeople: (capacity: number) => plural("en", capacity, { one: "for 1 person", other: `for ${capacity} people` }),
  /** What a price takes of credits and money: "1 h + $12.72". */
  costs: (credits: string[], money: string | null) => [...credits, ...(money ? [money] : [])].join(" + "),
  freeUntilStart: "Free to cancel until it starts.",
  freeThen: (first: FeeStep, later: readonly FeeStep[], from: TakenFrom, whose: Whose) =>
    `Free to cancel until ${first.from}. After that ${you(whose, "pay", "pays")} ${share(first.percent)}${andLater(later)}${taken[from]}.`,
  costsNow: (percent: number, later: readonly FeeStep[], from: TakenFrom) =>
    `Cancelling costs ${share(percent)} now${andLater(later)}${taken[from]}.`,
  keepsNow: (credits: readonly string[], later: readonly FeeStep[], whose: Whose) =>
    `Cancelling leaves ${formatList(locale, credits)} of ${your(whose)} credits used, as owed since the change${andLater(later)}.`,
  title: "Title",
  titlePlaceholder: "Design review",
  titlePublic: "Others see the title",
  titlePublicHint: "On the timeline of this location. Your name stays out of it.",
  bookFor: "Book for",
  bookForMyself: "Myself",
  bookForHint: "As staff you are not bound by the rules for members.",
  bookThing: (name: string) => `Book ${name}`,
  askForThing: (name: string) => `Ask for ${name}`,
  hold: "Hold it for 10 minutes",
  needsApproval: (whose: Whose) =>
    `Somebody at the space looks at it first. ${capital(you(whose, "hear", "hears"))} by e-mail; until then nobody else can take the slot.`,
  cannotTitle: "This can't be booked",
  justTakenTitle: "Just taken",
  takenTitle: "Taken at that time",
  priceTitle: "The price has changed",
  insteadWorks: "These work:",
  byRule: (name: string) => `Rule “${name}”`,
  booked: (name: string, whose: Whose) => (whose === null ? `${name} is yours` : `${name} is booked for ${whose}`),
  askedFor: (name: string) => `You asked for ${name}`,
  askedForText: "You will hear by e-mail once somebody has looked at it.",
  undo: "Undo",
  undone: "Undone: nothing was booked.",
  open: "Open",
  loadingPrice: "Asking for the price",
};

export type BookingTexts = WordsLike<typeof en>;
export const bookingTexts = catalog<BookingTexts>({ en, de: () => import("./booking-texts.de.ts") });
