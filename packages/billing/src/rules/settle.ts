import { daysBetween } from "./days.ts";
import type { DaysOfPeriod } from "./parts.ts";
import { costOfDays } from "./parts.ts";
import type { DaySpan } from "./periods.ts";
import { byFirstDay, daysInBoth, daysWithout } from "./spans.ts";
import type { PeriodFees } from "./timeline.ts";

/** Days of one line of a contract that shall be charged at this price of their whole period. */
export interface WantedDays extends DaysOfPeriod {
  readonly versionId: string;
  readonly listPriceMinor: number;
  readonly priceMinor: number;
}

/** Days of the same line that stand charged, and have not come back. */
export interface ChargedDays extends DaysOfPeriod {
  readonly id: string;
  readonly versionId: string;
  readonly priceMinor: number;
}

/** Days of a charged row that come back, with their amount: zero or below. */
export interface ReturnedDays extends DaySpan {
  readonly chargedId: string;
  readonly amountMinor: number;
}

/** Days to be charged now. */
export interface NewDays extends WantedDays {
  readonly daysInPeriod: number;
  readonly amountMinor: number;
}

export interface Settlement {
  readonly returns: readonly ReturnedDays[];
  readonly charges: readonly NewDays[];
}

/** The days of a period's fees, as `settle` takes them. */
export function wantedDays({ periodFrom, periodUntil, segments }: PeriodFees): WantedDays[] {
  return segments.map(({ amountMinor: _, ...days }) => ({ ...days, periodFrom, periodUntil }));
}

/**
 * What has to come back and what has to be charged, so that afterwards each wanted day is charged exactly once and no other is.
 * Days that stand charged by the same version, at the same price and of the same period stay as they are. The rest of a charged
 * row comes back at that row's own price and period, out of its middle too: what stays of it and what came back add up to it.
 * Both come in the order of their days.
 * Throws RangeError where a day is wanted twice, for a span without days, and for days outside of their period.
 */
export function settle(wanted: readonly WantedDays[], charged: readonly ChargedDays[]): Settlement {
  [...wanted, ...charged].forEach(requireDays);
  requireOnce(wanted);
  let missing: readonly WantedDays[] = wanted;
  const returns = charged.flatMap((row) => {
    const stays = missing.filter((days) => agrees(days, row)).flatMap((days) => daysInBoth(days, row));
    missing = missing.flatMap((days) => (agrees(days, row) ? pieces(days, daysWithout(days, row)) : [days]));
    const back = stays.reduce((rest, kept) => rest.flatMap((span) => daysWithout(span, kept)), [daysOf(row)]);
    return back.map((span) => returned(row, span));
  });
  return { returns: returns.sort(byFirstDay), charges: missing.map(charge).sort(byFirstDay) };
}

function agrees(days: WantedDays, row: ChargedDays): boolean {
  return (
    days.versionId === row.versionId &&
    days.priceMinor === row.priceMinor &&
    days.periodFrom === row.periodFrom &&
    days.periodUntil === row.periodUntil
  );
}

function daysOf({ from, until }: DaySpan): DaySpan {
  return { from, until };
}

function pieces(days: WantedDays, spans: readonly DaySpan[]): WantedDays[] {
  return spans.map((span) => ({ ...days, ...span }));
}

function returned(row: ChargedDays, span: DaySpan): ReturnedDays {
  return { chargedId: row.id, ...span, amountMinor: 0 - costOfDays({ ...row, ...span }, row.priceMinor) };
}

function charge(days: WantedDays): NewDays {
  const daysInPeriod = daysBetween(days.periodFrom, days.periodUntil);
  return { ...days, daysInPeriod, amountMinor: costOfDays(days, days.priceMinor) };
}

function requireDays({ from, until, periodFrom, periodUntil }: DaysOfPeriod): void {
  if (periodFrom <= from && from < until && until <= periodUntil) return;
  throw new RangeError(`${from} to ${until} are no days of the period from ${periodFrom} to ${periodUntil}.`);
}

function requireOnce(wanted: readonly WantedDays[]): void {
  const twice = wanted.toSorted(byFirstDay).find((days, place, all) => (all[place - 1]?.until ?? "") > days.from);
  if (twice) throw new RangeError(`The days from ${twice.from} are wanted twice.`);
}
