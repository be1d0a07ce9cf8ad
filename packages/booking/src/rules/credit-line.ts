import type { Interval } from "@working-social/kernel";
import { daysTouched, durationMinutes, shift } from "@working-social/kernel";
import { allocate } from "@working-social/credits/rules";
import type { CreditUnit, LotView } from "@working-social/credits/schema";
import type { QuoteLine, UsedLot } from "../bookings/schema.ts";
import type { BookingSituation, RuleResource } from "./situation.ts";

type CreditLine = Extract<QuoteLine, { kind: "credit" }>;

/** Rooms, booths and equipment are paid in minutes; desks by the day, one pass for each local day that is touched. */
export function creditUnitOf(kind: RuleResource["kind"]): Extract<CreditUnit, "room_minutes" | "day_passes"> {
  return kind === "hot_desk" || kind === "dedicated_desk" ? "day_passes" : "room_minutes";
}

/**
 * What credits pay of a slot: its first minutes, or its first days, as far as they reach; what remains is priced as a slot of
 * its own. Credits are spared where they would save nothing: where the slot is free, or a day's price stays the same.
 */
export function creditLine(
  situation: BookingSituation,
  resource: RuleResource,
  slot: Interval,
  lots: readonly LotView[],
  priceOf: (part: Interval) => number,
): CreditLine[] {
  const full = priceOf(slot);
  if (full === 0 || lots.length === 0) return [];
  const unit = creditUnitOf(resource.kind);
  const days = daysTouched(slot, situation.location.timeZone);
  const quantity = unit === "day_passes" ? days.length : Math.round(durationMinutes(slot));
  const { parts, covered } = allocate(lots, { unit, quantity, at: slot.start, resource });
  const paidUntil = unit === "day_passes" ? (days[covered - 1]?.end ?? slot.start) : shift(slot, covered).start;
  const rest = covered >= quantity ? 0 : priceOf({ start: paidUntil, end: slot.end });
  if (covered === 0 || rest >= full) return [];
  const byId = new Map(lots.map((lot) => [lot.id, lot]));
  const used = parts.flatMap((part) => usedLot(byId.get(part.lotId), part.quantity));
  return [{ kind: "credit", unit, quantity: covered, lots: used, amountMinor: rest - full }];
}

function usedLot(lot: LotView | undefined, quantity: number): UsedLot[] {
  if (!lot) return [];
  const { id: lotId, label, source, owner, expiresAt, left } = lot;
  return [{ lotId, label, source, owner, quantity, leftAfter: left - quantity, expiresAt }];
}
