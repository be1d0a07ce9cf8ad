import { loadCost, loadSalePlace, lowerCharges } from "@working-social/charges";
import {
  cancelSchedules,
  consumeCredits,
  lockWallet,
  refundCredits,
  scheduleConsumption,
  voidHoldsOf,
} from "@working-social/credits";
import type { Refund } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { scaleRounded, taxedPrice } from "@working-social/kernel";
import type { UnitQuantity } from "../../cancellation/schema.ts";
import type { BookingCost, PaidBooking } from "./paid-booking.ts";
import { causeOf, chargeLines, keyOf, lineOf, quantityOf, usageOf } from "./paid-booking.ts";

export interface Keeping {
  feeMinor: number;
  credits: readonly UnitQuantity[];
}
const NOTHING: Keeping = { feeMinor: 0, credits: [] };

/** Why something comes back, as the statement says it. */
export type RefundReason = "changed" | "cancelled" | "released" | HouseRefundReason;
/** The house's act, or time that ran out while the house had to answer: nobody loses credits that have ended meanwhile. */
type HouseRefundReason = "cancelled_by_house" | "declined" | "deleted" | "expired" | "unanswered";
const MEMBERS_OWN: ReadonlySet<RefundReason> = new Set(["changed", "cancelled", "released"]);

/**
 * Gives back what a booking has cost, but for what is to be kept: credits to the lots they came from, promises, and its
 * charge. `reason` says why, in the statement. What is kept of promises stays promised. Answers which credits went back.
 */
export async function refundBooking(
  tx: Sql,
  ctx: Context,
  booking: PaidBooking,
  reason: RefundReason,
  keep: Keeping = NOTHING,
): Promise<Refund[]> {
  if (booking.personId === null) return [];
  const cause = causeOf(booking);
  await lockWallet(tx, ctx, booking.personId);
  await voidHoldsOf(tx, ctx, cause);
  const keptOfPromises = await cancelPromises(tx, ctx, booking, keep.credits);
  const { used, isCharged } = await loadCost(tx, ctx, cause);
  const renewsEnded = !MEMBERS_OWN.has(reason);
  const refunds: Refund[] = [];
  for (const { unit, quantity } of used) {
    const back = quantity - (quantityOf(keep.credits, unit) - quantityOf(keptOfPromises, unit));
    if (back <= 0) continue;
    const idempotencyKey = keyOf(booking, `${reason}:${unit}`);
    refunds.push(
      ...(await refundCredits(tx, ctx, { cause, unit, quantity: back, reason, renewsEnded, idempotencyKey })),
    );
  }
  if (isCharged)
    await lowerCharges(tx, ctx, {
      cause,
      keepMinor: keep.feeMinor,
      isFee: true,
      renewsEnded,
      reason,
      idempotencyKey: keyOf(booking, reason),
    });
  else if (keep.feeMinor > 0) await chargeFee(tx, ctx, booking, { feeMinor: keep.feeMinor, reason });
  return refunds;
}

/** Of a booking that was never charged: a part of the agreed total, and so gross. */
async function chargeFee(
  tx: Sql,
  ctx: Context,
  booking: PaidBooking,
  { feeMinor, reason }: { feeMinor: number; reason: RefundReason },
): Promise<void> {
  const { tax } = await loadSalePlace(tx, ctx, booking.locationId);
  const line = lineOf(booking, "cancellation_fee", taxedPrice(feeMinor, "gross", tax));
  await chargeLines(tx, ctx, booking, [{ ...line, product: "cancellation_fee" }], reason);
}

/** What stays of promises is promised anew, at its share of the price. */
async function cancelPromises(
  tx: Sql,
  ctx: Context,
  booking: PaidBooking,
  keep: readonly UnitQuantity[],
): Promise<UnitQuantity[]> {
  const kept: UnitQuantity[] = [];
  for (const [index, { unit, quantity, priceMinor, priceCurrency }] of (
    await cancelSchedules(tx, ctx, causeOf(booking))
  ).entries()) {
    const stays = Math.min(quantity, quantityOf(keep, unit) - quantityOf(kept, unit));
    if (stays <= 0) continue;
    kept.push({ unit, quantity: stays });
    const price =
      priceMinor === null || priceCurrency === null
        ? undefined
        : { amountMinor: scaleRounded(priceMinor, stays, quantity), currency: priceCurrency };
    await scheduleConsumption(tx, ctx, {
      ...usageOf(booking),
      unit,
      quantity: stays,
      price,
      idempotencyKey: keyOf(booking, `kept:${index}`),
    });
  }
  return kept;
}

/**
 * Takes again what a change keeps of the earlier slot, of the very credits that `refundBooking` has just given back: they may be
 * good for nothing of the slot before, after several changes. What was only promised is promised again.
 */
export async function consumeKeptCredits(
  tx: Sql,
  ctx: Context,
  before: PaidBooking,
  {
    kept,
    promised,
    refunds,
  }: { kept: readonly UnitQuantity[]; promised: BookingCost["promised"]; refunds: readonly Refund[] },
): Promise<void> {
  for (const { unit, quantity } of kept) {
    const usage = { ...usageOf(before), unit };
    const { missing } = await consumeCredits(tx, ctx, {
      ...usage,
      quantity,
      from: refunds.flatMap((refund) => (refund.unit === unit ? refund.parts : [])).reverse(),
      idempotencyKey: keyOf(before, `kept:${unit}`),
    });
    const was = promised.filter((one) => one.unit === unit);
    const toCome = Math.min(missing, quantityOf(was, unit));
    if (toCome === 0 || before.currency === null) continue;
    const priceMinor = was.reduce((sum, one) => sum + (one.priceMinor ?? 0), 0);
    await scheduleConsumption(tx, ctx, {
      ...usage,
      quantity: toCome,
      price: { amountMinor: scaleRounded(priceMinor, toCome, quantityOf(was, unit)), currency: before.currency },
      idempotencyKey: keyOf(before, `kept:${unit}:promise`),
    });
  }
}
