import type { Interval, LocalDay } from "@working-social/kernel";
import { clockReaches, contains, weekdayOf } from "@working-social/kernel";
import type { RateView } from "../rates/schema.ts";
import { isInScope, scopeRank } from "./applicable-rules.ts";
import type { BookingSituation, RulePerson, RuleResource } from "./situation.ts";

/** A piece of a slot within one local day at one hour rate; null: no rate speaks about it. */
export interface RatedPiece extends Interval {
  readonly rate: RateView | null;
}

/** The rates that fit the resource and the person, the most specific first; weekday and band are still open. */
export function ratesFor(situation: BookingSituation, resource: RuleResource): RateView[] {
  return situation.rates
    .filter(
      (rate) => isInScope(rate, resource.id, resource.kind, resource.locationId) && isAudience(rate, situation.person),
    )
    .sort(bySpecificity);
}

/** Everybody with a plan is a member. */
function isAudience(rate: RateView, person: RulePerson): boolean {
  if (rate.planId !== null && rate.planId !== person.planId) return false;
  return rate.audience === "anyone" || (rate.audience === "member") === (person.planId !== null);
}

/** Narrower scope first, then plan before membership before anyone, then the narrower band, fewer weekdays, newest. */
function bySpecificity(a: RateView, b: RateView): number {
  return (
    scopeRank(b) - scopeRank(a) ||
    audienceRank(b) - audienceRank(a) ||
    bandMinutes(a) - bandMinutes(b) ||
    weekdayCount(a) - weekdayCount(b) ||
    (a.id < b.id ? 1 : -1)
  );
}

function audienceRank(rate: RateView): number {
  if (rate.planId !== null) return 2;
  return rate.audience === "anyone" ? 0 : 1;
}

function bandMinutes(rate: RateView): number {
  return rate.bandToMinute - rate.bandFromMinute;
}

function weekdayCount(rate: RateView): number {
  return rate.weekdays.length === 0 ? 7 : new Set(rate.weekdays).size;
}

function isOnWeekday(rate: RateView, day: LocalDay): boolean {
  return rate.weekdays.length === 0 || rate.weekdays.includes(weekdayOf(day.date));
}

/** The instants of the day at which the wall clock is in the rate's band. */
function bandOn(rate: RateView, day: LocalDay, zone: string): Interval {
  return {
    start: clockReaches(day.date, rate.bandFromMinute, zone),
    end: clockReaches(day.date, rate.bandToMinute, zone),
  };
}

/** Cuts a part of one local day where its hour rate changes. `rates` are those of `ratesFor`, in that order. */
export function hourPieces(rates: readonly RateView[], part: Interval, day: LocalDay, zone: string): RatedPiece[] {
  const bands = rates
    .filter((rate) => rate.unit === "hour" && isOnWeekday(rate, day))
    .map((rate) => ({ rate, band: bandOn(rate, day, zone) }));
  const inside = bands
    .flatMap(({ band }) => [band.start, band.end])
    .filter((cut) => part.start < cut && cut < part.end);
  const cuts = [...new Set([part.start, ...inside, part.end])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const piece = { start: cuts[index] ?? part.start, end };
    return { ...piece, rate: bands.find(({ band }) => contains(band, piece))?.rate ?? null };
  });
}

/** The half-day or day rate for a part of a local day: the most specific whose band holds all of that part. */
export function dayRate(
  rates: readonly RateView[],
  unit: "half_day" | "day",
  part: Interval,
  day: LocalDay,
  zone: string,
): RateView | null {
  const fits = (rate: RateView) =>
    rate.unit === unit && isOnWeekday(rate, day) && contains(bandOn(rate, day, zone), part);
  return rates.find(fits) ?? null;
}
