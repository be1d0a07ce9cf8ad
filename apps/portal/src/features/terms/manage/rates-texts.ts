import type { CancellationTier, RateView } from "@working-social/booking/schema";
import { formatList, formatPercent, plural, type WordsLike } from "@working-social/kernel";
import { locale } from "../../../lib/locale.ts";
import { catalog } from "../../../lib/texts/catalog.ts";

const per: Record<RateView["unit"], string> = { hour: "an hour", half_day: "a half-day", day: "a day" };

/** 48 hours are "2 days", 36 stay "36 hours". */
const length = (hours: number) =>
  hours >= 48 && hours % 24 === 0
    ? `${hours / 24} days`
    : plural("en", hours, { one: `${hours} hour`, other: `${hours} hours` });

function share(feePercent: number): string {
  if (feePercent === 100) return "the whole price";
  return feePercent === 50 ? "half the price" : `${formatPercent(locale, feePercent / 100)} of the price`;
}

const en = {
  rates: {
    subtitle: "What time costs. The most specific rate that fits counts; time without a rate is free.",
    add: "Add a rate",
    newTitle: "New rate",
    emptyTitle: "No rates: everything is free",
    emptyText: "A first rate could be: rooms, $20 an hour, for anyone. A second one for members can be lower.",
    name: "Name",
    nameHint: "It stands on the price and later on the invoice: Room hour, Evening, Studio members.",
    what: "For what",
    whatAndWho: "For what and for whom",
    who: "For whom",
    when: "When",
    price: "Price",
    always: "Always",
    audience: "For whom",
    audiences: { anyone: "Anyone", member: "Members", non_member: "Non-members" },
    audienceHint: "A member is anyone with a plan.",
    plan: "Only for the plan",
    anyPlan: "Any plan",
    planPeople: (name: string) => `${name} plan`,
    weekdays: "On these days",
    weekdaysHint: "None chosen means every day.",
    from: "From",
    to: "Until",
    unit: "Charged by",
    units: { hour: "Hour, to the minute", half_day: "Half-day of 4 hours", day: "Day" },
    free: "Free",
    perText: (price: string, unit: RateView["unit"]) => `${price} ${per[unit]}`,
    /** $20.00 an hour, at least $10.00 */
    withMinimum: (perUnit: string, minimum: string) => `${perUnit}, at least ${minimum}`,
    minimum: "Minimum charge",
    minimumHint: "At least this much for a booking. Empty: none.",
    saved: (name: string) => `“${name}” is saved.`,
    archived: (name: string) => `“${name}” is no longer charged.`,
    archiveTitle: (name: string) => `Archive “${name}”?`,
    archiveText: "New bookings are no longer priced with it. Prices that were agreed stay.",
    bandForward: "It has to end after it starts.",
    preview: "What this costs",
    previewLead: (what: string, duration: string, day: string, time: string) =>
      `${what} for ${duration} on ${day} at ${time}`,
    previewLength: "Length",
    previewDay: "Day",
    previewTime: "Time",
    previewHint: "With your other rates, as you typed this one. Nothing is saved yet.",
    previewOther: "Another rate fits better here, so this one does not count.",
    previewNone: "Type a price to see it here.",
    span: (from: string, to: string) => `${from}–${to}`,
    /** Mon–Wed, Fri */
    days: (runs: readonly string[]) => formatList("en", runs, "unit"),
    onDays: (days: string, band: string) => `${days} ${band}`,
  },
  policies: {
    subtitle: "Until when cancelling is free, and what it costs then. Bookings keep the policy of their day.",
    add: "Add a policy",
    newTitle: "New policy",
    emptyTitle: "Cancelling is free",
    emptyText:
      "Without a policy members can cancel for nothing until the start. A usual one: free until 24 hours before, then half.",
    name: "Name",
    nameHint: "Members see it with the booking: Rooms, 24 hours.",
    tiers: "What it costs",
    hoursBefore: (n: number) => `Step ${n}: hours before the start`,
    feePercent: (n: number) => `Step ${n}: percent of the price`,
    fromHours: "From",
    hours: "h before",
    percent: "%",
    addTier: "Another step",
    removeTier: (n: number) => `Remove step ${n}`,
    tiersWrong: "Each step has its own time, and the fee only rises as the start comes nearer.",
    picture: (sentence: string) => `The policy as a line in time: ${sentence}`,
    bookedAt: "booked",
    start: "start",
    free: "free",
    fee: (percent: number) => formatPercent(locale, percent / 100),
    before: (hours: number) => `−${length(hours)}`,
    sentence: (parts: readonly string[]) => `${formatList("en", parts, "unit")}.`,
    freeUntil: (hours: number) =>
      hours === 0 ? "Free until the start" : `Free until ${length(hours)} before the start`,
    after: ({ feePercent }: CancellationTier) => `then ${share(feePercent)}`,
    from: ({ hoursBefore, feePercent }: CancellationTier) =>
      hoursBefore === 0
        ? `${share(feePercent)} from the start`
        : `${share(feePercent)} from ${length(hoursBefore)} before`,
    freeAlways: "Free until the start.",
    saved: (name: string) => `“${name}” is saved.`,
    archived: (name: string) => `“${name}” no longer applies.`,
    archiveTitle: (name: string) => `Archive “${name}”?`,
    archiveText:
      "New bookings can be cancelled free of charge, unless a wider policy fits. Bookings that exist keep it.",
  },
};

export type ManageRatesTexts = WordsLike<typeof en>;
export type RatesTexts = ManageRatesTexts["rates"];
export type PoliciesTexts = ManageRatesTexts["policies"];
export const manageRatesTexts = catalog<ManageRatesTexts>({ en, de: () => import("./rates-texts.de.ts") });
