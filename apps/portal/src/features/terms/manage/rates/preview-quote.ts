import { quoteBooking, type BookingSituation, type RuleResource } from "@working-social/booking/rules";
import type {
  CreateRateInput,
  LocationView,
  QuoteView,
  RateView,
  ResourceKind,
  ResourceView,
} from "@working-social/booking/schema";
import { addDays, fromLocal, toLocal, type EpochMs } from "@working-social/kernel";

/** A booking to try a rate with. */
export interface Trial {
  /** ISO: 1 = Monday. */
  weekday: number;
  startMinute: number;
  lengthMinutes: number;
}

// Nobody's id: the draft is not saved, and the person is made up.
const draftId = "draft";
const person = { id: "somebody", role: "member" as const, teamId: null };

/** What the trial would cost by the location's rates with the unsaved one in its place. The same function as in the server. */
export function previewQuote(input: {
  location: LocationView;
  rates: readonly RateView[];
  draft: CreateRateInput;
  /** The saved rate that the draft replaces; null for a new one. */
  rateId: string | null;
  resources: readonly ResourceView[];
  trial: Trial;
  now: EpochMs;
}): { quote: QuoteView; usesDraft: boolean; slot: { start: EpochMs; end: EpochMs } } {
  const { location, rates, draft, rateId, trial, now } = input;
  const others = rates.filter(({ id }) => id !== rateId);
  const id = rateId ?? draftId;
  const situation: BookingSituation = {
    location,
    person: { ...person, planId: planOf(draft) },
    hours: [],
    rules: [],
    rates: [...others, { ...draft, id }],
    policies: [],
    usage: [],
    lots: [],
  };
  const slot = trialSlot(trial, location.timeZone, now);
  const quote = quoteBooking(situation, resourceFor(draft, location.id, input.resources), slot);
  const usesDraft = quote.lines.some((line) => "rateId" in line && line.rateId === id);
  return { quote, usesDraft, slot };
}

/** Somebody whom the rate is for. */
function planOf({ audience, planId }: CreateRateInput): string | null {
  return planId ?? (audience === "member" ? "some plan" : null);
}

/** Something that the rate is for; where there is none yet, one is made up. */
function resourceFor(draft: CreateRateInput, locationId: string, resources: readonly ResourceView[]): RuleResource {
  const own = resources.find(({ id }) => id === draft.resourceId);
  const kind: ResourceKind = own?.kind ?? draft.resourceKind ?? "room";
  return { id: own?.id ?? "some resource", locationId, kind, isArchived: false };
}

/** The next such weekday from tomorrow on, at that time on the location's wall. */
export function trialSlot(
  { weekday, startMinute, lengthMinutes }: Trial,
  zone: string,
  now: EpochMs,
): { start: EpochMs; end: EpochMs } {
  const today = toLocal(now, zone);
  const daysUntil = ((weekday - today.weekday + 6) % 7) + 1;
  const start = fromLocal(addDays(today.date, daysUntil), startMinute, zone);
  return { start, end: start + lengthMinutes * 60_000 };
}
