import type { WordsLike } from "@working-social/kernel";
import type { CancellationTier, RateView } from "@working-social/booking/schema";
import { catalog, UNTRANSLATED } from "../../../lib/texts/catalog.ts";

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
    audienceHint: "A member is who has a plan.",
    plan: "Only for the plan",
    anyPlan: "Any plan",
    planPeople: (name: string) => `${name} plan`,
    weekdays: "On these days",
    weekdaysHint: "None chosen means every day.",
    from: "From",
    to: "Until",
    unit: "Charged by",
    units: { hour: "Hour, to the minute", half_day: "Half-day of 4 hours", day: "Day" },
    per: { hour: "an hour", half_day: "a half-day", day: "a day" },
    free: "Free",
    perText: (price: string, unit: RateView["unit"]) =>
      `${price} ${{ hour: "an hour", half_day: "a half-day", day: "a day" }[unit]}`,
    minimum: "Minimum charge",
    minimumHint: "At least this much for a booking. Empty: none.",
    minimumText: (price: string) => `at least ${price}`,
    saved: (name: string) => `“${name}” is saved.`,
    archived: (name: string) => `“${name}” is no longer charged.`,
    archiveTitle: (name: string) => `Archive “${name}”?`,
    archiveText: "New bookings are no longer priced with it. Prices that were agreed stay.",
    bandForward: "It has to end after it starts.",
    preview: "What this costs",
    previewLead: (what: string, length: string, day: string, time: string) =>
      `${what} for ${length} on ${day} at ${time}`,
    previewLength: "Length",
    previewDay: "Day",
    previewTime: "Time",
    previewHint: "With your other rates, as you typed this one. Nothing is saved yet.",
    previewOther: "Another rate fits better here, so this one does not count.",
    previewNone: "Type a price to see it here.",
    days: (from: string, to: string) => `${from}–${to}`,
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
    picture: "The policy as a line in time",
    bookedAt: "booked",
    start: "start",
    free: "free",
    fee: (percent: number) => `${percent} %`,
    sentence: (parts: string[]) => `${parts.join(", ")}.`,
    freeUntil: (before: string) => `Free until ${before} before the start`,
    neverFree: (percent: number) =>
      `Cancelling always costs ${percent === 100 ? "the whole price" : `${percent} % of the price`}`,
    after: ({ feePercent }: CancellationTier) =>
      `then ${feePercent === 100 ? "the whole price" : feePercent === 50 ? "half the price" : `${feePercent} % of the price`}`,
    from: ({ feePercent }: CancellationTier, before: string) =>
      `from ${before} before ${feePercent === 100 ? "the whole price" : `${feePercent} %`}`,
    freeAlways: "Free until the start.",
    atStart: "the start",
    days: (n: number) => (n === 1 ? "1 day" : `${n} days`),
    hoursLong: (n: number) => (n === 1 ? "1 hour" : `${n} hours`),
    saved: (name: string) => `“${name}” is saved.`,
    archived: (name: string) => `“${name}” no longer applies.`,
    archiveTitle: (name: string) => `Archive “${name}”?`,
    archiveText:
      "New bookings can be cancelled free of charge, unless a wider policy fits. Bookings that exist keep it.",
  },
};

export type RatesTexts = (typeof en)["rates"];
export type PoliciesTexts = (typeof en)["policies"];
export type ManageRatesTexts = WordsLike<typeof en>;
export const manageRatesTexts = catalog<ManageRatesTexts>({ en, de: UNTRANSLATED });
