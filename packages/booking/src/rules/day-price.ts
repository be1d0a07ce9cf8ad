import type { Interval, LocalDay } from "@working-social/kernel";
import { durationMinutes, scaleRounded } from "@working-social/kernel";
import type { RateView } from "../rates/schema.ts";
import { dayRate, hourPieces } from "./rates.ts";

const HALF_DAY_MINUTES = 240;

/** Minutes charged at one rate: `units` whole half-days or days, or hours by the minute. */
export interface Charge {
  readonly rate: RateView;
  readonly minutes: number;
  /** Half-days or days; for an hour rate, unused. */
  readonly units: number;
}

/** How one local day's part of a booking is charged. */
export interface DayPrice {
  readonly charges: readonly Charge[];
  readonly freeMinutes: number;
}

/** What a charge costs. Hours are charged by the minute, rounded once for each line. */
export function chargeMinor({ rate, minutes, units }: Charge): number {
  return rate.unit === "hour" ? scaleRounded(rate.priceMinor, minutes, 60) : rate.priceMinor * units;
}

/**
 * The cheapest way to charge a part of one local day: its hours, or half-days, or one day. Hours are a choice only
 * where they cover the whole part or nothing else does; at equal prices hours come before half-days before days.
 */
export function cheapestDayPrice(rates: readonly RateView[], part: Interval, day: LocalDay, zone: string): DayPrice {
  const minutes = chargedMinutes(part);
  const hours = byHours(rates, part, day, zone);
  const halfDay = dayRate(rates, "half_day", part, day, zone);
  const wholeDay = dayRate(rates, "day", part, day, zone);
  const options: DayPrice[] = [];
  if (hours.freeMinutes === 0 || (!halfDay && !wholeDay)) options.push(hours);
  if (halfDay) options.push(byUnits(halfDay, minutes, Math.ceil(minutes / HALF_DAY_MINUTES)));
  if (wholeDay) options.push(byUnits(wholeDay, minutes, 1));
  return options.reduce((best, option) => (priceWithMinimum(option) < priceWithMinimum(best) ? option : best));
}

/** Elapsed minutes, whole: a slot with seconds in it is charged to the nearest minute. */
function chargedMinutes(span: Interval): number {
  return Math.round(durationMinutes(span));
}

function byUnits(rate: RateView, minutes: number, units: number): DayPrice {
  return { charges: [{ rate, minutes, units }], freeMinutes: 0 };
}

function byHours(rates: readonly RateView[], part: Interval, day: LocalDay, zone: string): DayPrice {
  const pieces = hourPieces(rates, part, day, zone);
  const charges = pieces.flatMap((piece) =>
    piece.rate ? [{ rate: piece.rate, minutes: chargedMinutes(piece), units: 0 }] : [],
  );
  const free = pieces.filter((piece) => piece.rate === null).map(chargedMinutes);
  return { charges: sumByRate(charges), freeMinutes: free.reduce((sum, minutes) => sum + minutes, 0) };
}

/** One charge for each rate, in the order of first use. */
export function sumByRate(charges: readonly Charge[]): Charge[] {
  const sums = new Map<string, Charge>();
  for (const charge of charges) {
    const sum = sums.get(charge.rate.id);
    const { minutes, units } = sum ?? { minutes: 0, units: 0 };
    sums.set(charge.rate.id, { rate: charge.rate, minutes: minutes + charge.minutes, units: units + charge.units });
  }
  return [...sums.values()];
}

function priceWithMinimum({ charges }: DayPrice): number {
  const sum = charges.reduce((total, charge) => total + chargeMinor(charge), 0);
  return Math.max(sum, ...charges.map((charge) => charge.rate.minimumChargeMinor ?? 0));
}
