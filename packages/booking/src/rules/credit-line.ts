import type { Interval } from "@working-social/kernel";
import { daysTouched, durationMinutes, shift } from "@working-social/kernel";
import { allocate } from "@working-social/credits/rules";
import type { CreditUnit, LotView } from "@working-social/credits/schema";
import type { QuoteLine, UsedLot } from "./quote-view.ts";
import type { UnitQuantity } from "../cancellation/schema.ts";
import type { BookingSituation, RuleResource } from "./situation.ts";

export type CreditLine = Extract<QuoteLine, { kind: "credit" }>;

/** Rooms, booths and equipment are paid in minutes; desks by the day, one pass for each local day that is touched. */
export function creditUnitOf(kind: RuleResource["kind"]): Extract<CreditUnit, "room_minutes" | "day_passes"> {
  return kind === "hot_desk" || kind === "dedicated_desk" ? "day_passes" : "room_minutes";
}

/** All that credits could pay of a slot: its minutes, or its local days. */
export function creditsNeeded(resource: Pick<RuleResource, "kind">, slot: Interval, zone: string): UnitQuantity {
  const unit = creditUnitOf(resource.kind);
  const quantity = unit === "day_passes" ? daysTouched(slot, zone).length : Math.round(durationMinutes(slot));
  return { unit, quantity };
}

/**
 * What credits pay of a slot: its first minutes, or its first days, as far as they reach; what remains is priced as a slot of
 * its own. Credits are spared where they would save nothing: where the slot is free, or a day's price stays the same.
 * fullMinor: what all of the slot costs without them; priceOf: what a part of it does.
 */
export function creditLine(
  situation: BookingSituation,
  resource: RuleResource,
  slot: Interval,
  fullMinor: number,
  priceOf: (part: Interval) => number,
): CreditLine[] {
  const { lots, location } = situation;
  if (lots.length === 0 || fullMinor === 0) return [];
  const { unit, quantity } = creditsNeeded(resource, slot, location.timeZone);
  const { parts, covered } = allocate(lots, { unit, quantity, at: slot.start, resource });
  if (covered === 0) return [];
  const days = unit === "day_passes" ? daysTouched(slot, location.timeZone) : [];
  const paidUntil = unit === "day_passes" ? (days[covered - 1]?.end ?? slot.start) : shift(slot, covered).start;
  const rest = covered >= quantity ? 0 : priceOf({ start: paidUntil, end: slot.end });
  if (rest >= fullMinor) return [];
  const byId = new Map(lots.map((lot) => [lot.id, lot]));
  const used = parts.flatMap((part) => {
    const lot = byId.get(part.lotId);
    return lot ? usedLot(lot, part.quantity, lot.left - part.quantity) : [];
  });
  return [{ kind: "credit", unit, quantity: covered, lots: used, amountMinor: rest - fullMinor }];
}

/** Whether there are credits for the slot, whether or not they would save anything. */
export function hasCreditsFor(
  { lots, location }: Pick<BookingSituation, "lots" | "location">,
  resource: RuleResource,
  slot: Interval,
): boolean {
  const wish = { ...creditsNeeded(resource, slot, location.timeZone), at: slot.start, resource };
  return allocate(lots, wish).covered > 0;
}

/** The credits that the lines of a quote take or keep, for each unit. */
export function creditsOfLines(lines: readonly QuoteLine[]): UnitQuantity[] {
  const sums = new Map<CreditUnit, number>();
  for (const line of lines) {
    if (line.kind !== "credit" && line.kind !== "kept_credits") continue;
    sums.set(line.unit, (sums.get(line.unit) ?? 0) + line.quantity);
  }
  return [...sums].map(([unit, quantity]) => ({ unit, quantity }));
}

/** The credits of an earlier slot that the lines keep beside those of this one. */
export function keptOfLines(lines: readonly QuoteLine[]): UnitQuantity[] {
  return lines.flatMap((line) => (line.kind === "kept_credits" ? [{ unit: line.unit, quantity: line.quantity }] : []));
}

/** Whether two lists name the same credits, in whatever order. */
export function areSameCredits(one: readonly UnitQuantity[], other: readonly UnitQuantity[]): boolean {
  const of = (list: readonly UnitQuantity[], unit: CreditUnit) =>
    list.reduce((sum, part) => (part.unit === unit ? sum + part.quantity : sum), 0);
  return [...one, ...other].every(({ unit }) => of(one, unit) === of(other, unit));
}

/** A lot as a price tells it. */
export function usedLot(lot: LotView, quantity: number, leftAfter: number): UsedLot {
  const { id: lotId, label, source, owner, expiresAt, isPlanned } = lot;
  return { lotId, label, source, owner, quantity, leftAfter, expiresAt, isPlanned };
}
