import type { QuoteLine, ResourceView } from "@working-social/booking/schema";
import { formatMinutes, formatPrice } from "../lib/format.ts";
import { catalog } from "./catalog.ts";

type LineOf<Kind extends QuoteLine["kind"]> = Extract<QuoteLine, { kind: Kind }>;

const units = {
  hour: (line: LineOf<"time">, currency: string) =>
    `${formatMinutes(line.minutes)} at ${formatPrice(line.unitPriceMinor, currency)} an hour`,
  half_day: (line: LineOf<"time">, currency: string) =>
    `${line.units === 1 ? "Half a day" : `${line.units} half-days`} at ${formatPrice(line.unitPriceMinor, currency)}`,
  day: (line: LineOf<"time">, currency: string) =>
    `${line.units === 1 ? "A day" : `${line.units} days`} at ${formatPrice(line.unitPriceMinor, currency)}`,
};

const share = (percent: number) => (percent === 100 ? "all of it" : percent === 50 ? "half" : `${percent} %`);

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
  lineKeptCredits: (line: LineOf<"kept_credits">) => `${creditsOf(line)} of your credits stay used`,
  lineKeptCreditsWhy: (line: LineOf<"kept_credits">) =>
    `The free period is over: kept of the ${creditsOf({ ...line, quantity: line.earlierQuantity })} of the earlier booking`,
  lineCredit: (line: LineOf<"credit">) =>
    line.unit === "room_minutes"
      ? `${formatMinutes(line.quantity)} of your credits`
      : `${line.quantity} of your day passes`,
  lineCreditFrom: (line: LineOf<"credit">) =>
    line.lots.map((lot) => `${lot.owner === "team" ? "your team: " : ""}${lot.label}`).join(", "),
  lineFree: (line: LineOf<"free">) => `${formatMinutes(line.minutes)} free of charge`,
  lineTax: (line: LineOf<"tax">) => `${line.name} ${line.basisPoints / 100} %`,
  kind: (kind: ResourceView["kind"]) => kinds[kind],
  forPeople: (capacity: number) => (capacity === 1 ? "1 person" : `for ${capacity}`),
  people: (capacity: number) => (capacity === 1 ? "1 person" : `${capacity} people`),
  freeUntilStart: "Free to cancel until it starts.",
  freeUntil: (until: string) => `Free to cancel until ${until}.`,
  thenYouPay: (percent: number) => `After that you pay ${share(percent)}`,
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
  needsApproval: "Somebody of the space looks at it first. You hear by mail; until then the slot is yours.",
  cannotTitle: "This can't be booked",
  justTakenTitle: "Just taken",
  takenTitle: "Taken at that time",
  priceTitle: "The price has changed",
  insteadWorks: "These work:",
  byRule: (name: string) => `Rule “${name}”`,
  booked: (name: string) => `${name} is yours`,
  askedFor: (name: string) => `You asked for ${name}`,
  askedForText: "You hear by mail when somebody has looked at it.",
  held: (name: string) => `${name} is held for you`,
  undo: "Undo",
  undone: "Undone: nothing was booked.",
  open: "Open",
  loadingPrice: "Asking for the price",
  mine: "you",
};

export type BookingTexts = typeof en;
export const bookingTexts = catalog({ en });
