import type { LocalDate } from "@working-social/kernel";
import { addDays } from "@working-social/kernel";
import { daysBetween } from "./days.ts";
import { requireNotNegative } from "./minor.ts";
import { partOfPrice } from "./parts.ts";
import type { DaySpan } from "./periods.ts";

/** A line of an invoice with the days on which its service is rendered, at least one. */
export interface ServiceLine extends DaySpan {
  /** Net, in minor units; below zero for days that came back. */
  readonly amountMinor: number;
}

/** A pack of credits, and what was paid for it. */
export interface SoldPack {
  /** Net, in minor units. */
  readonly amountMinor: number;
  /** How many credits it held, above 0. */
  readonly quantity: number;
}

/**
 * What a line has earned by the end of `day`, in minor units: nothing before its first service day, all of it from its last one
 * on. Throws RangeError for a line without service days.
 */
export function earnedUntil({ from, until, amountMinor }: ServiceLine, day: LocalDate): number {
  const serviceDays = daysBetween(from, until);
  const rendered = daysBetween(from, addDays(day, 1));
  return partOfPrice(amountMinor, serviceDays, 0, Math.min(Math.max(rendered, 0), serviceDays));
}

/** What is still owed in service at the end of `day`: deferred revenue. Throws RangeError as `earnedUntil` does. */
export function deferredAfter(line: ServiceLine, day: LocalDate): number {
  return line.amountMinor - earnedUntil(line, day);
}

/**
 * What a pack has earned when `used` of its credits are: the money follows the credits, and what never was used follows when the
 * pack ends (breakage). Credits used beyond those that were paid for earn nothing more. Throws RangeError for less than nothing.
 */
export function earnedByUse({ amountMinor, quantity }: SoldPack, used: number, hasEnded: boolean): number {
  return partOfPrice(amountMinor, quantity, 0, hasEnded ? quantity : Math.min(requireNotNegative(used), quantity));
}
