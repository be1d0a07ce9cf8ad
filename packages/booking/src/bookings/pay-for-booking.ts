import { loadCost, lowerCharges, recordCharge, settleUnpaidUsage } from "@working-social/billing";
import type { NewChargeLine } from "@working-social/billing";
import type { Cause, CreditResource } from "@working-social/credits";
import {
  cancelSchedules,
  consumeCredits,
  holdCredits,
  holdsOf,
  lockWallet,
  refundCredits,
  scheduleConsumption,
  settleHold,
  voidHoldsOf,
} from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { scaleRounded } from "@working-social/kernel";
import { bookingError } from "../errors.ts";
import type { UnitQuantity } from "../cancellation/schema.ts";
import type { Payment } from "../rules/payment.ts";
import type { ResourceKind } from "../shared.ts";

/** All that bookings ask of credits and charges is here. The ledger follows the quote in force. */

/** A booking as far as paying goes. */
export interface PaidBooking {
  id: string;
  personId: string | null;
  /** Pays the charge, if there is a team. */
  teamId: string | null;
  resourceId: string;
  resourceName: string;
  resourceKind: ResourceKind;
  locationId: string;
  startsAt: EpochMs;
  quoteId: string | null;
  currency: string | null;
}

/** What a booking costs now, whatever has become of its quote since: credits that came late count. */
export interface BookingCost {
  /** Charged and not covered by credits of its kind, whether or not money credits have paid it. */
  moneyMinor: number;
  /** Taken or promised, for each unit. */
  credits: UnitQuantity[];
  /** Of these, what is still to come, and what it would cost without. */
  promised: { unit: UnitQuantity["unit"]; quantity: number; priceMinor: number | null }[];
}

export async function costOf(
  sql: Sql,
  ctx: Context,
  row: PaidBooking & { totalMinor: number | null },
): Promise<BookingCost> {
  const cost = await loadCost(sql, ctx, causeOf(row));
  const sums = new Map<UnitQuantity["unit"], number>();
  for (const { unit, quantity } of [...cost.used, ...cost.scheduled]) sums.set(unit, (sums.get(unit) ?? 0) + quantity);
  return {
    // Bookings of before the ledger have no charge: their quote is what they cost.
    moneyMinor: cost.isCharged ? cost.openMinor + cost.paidMinor : (row.totalMinor ?? 0),
    credits: [...sums].flatMap(([unit, quantity]) => (quantity > 0 ? [{ unit, quantity }] : [])),
    promised: cost.scheduled,
  };
}

/** Makes whoever moves the same credits wait: before the cost of a booking is read to be given back. */
export async function lockPayment(tx: Sql, ctx: Context, { personId }: PaidBooking): Promise<void> {
  if (personId !== null) await lockWallet(tx, ctx, personId);
}

/** Takes the credits of a quote, promises those to come, and charges the rest. */
export async function payForBooking(tx: Sql, ctx: Context, booking: PaidBooking, payment: Payment): Promise<void> {
  if (payment.taken) await takeExactly(tx, ctx, booking, payment.taken);
  await promise(tx, ctx, booking, payment);
  await charge(tx, ctx, booking, payment);
}

/** Sets the credits of a quote aside while somebody decides; what is to come is promised at once. */
export async function holdForBooking(
  tx: Sql,
  ctx: Context,
  booking: PaidBooking,
  payment: Payment,
  expiresAt: EpochMs,
): Promise<void> {
  const { taken } = payment;
  if (taken) {
    const hold = await holdCredits(tx, ctx, {
      ...usageOf(booking),
      ...wishOf(taken),
      expiresAt,
      idempotencyKey: keyOf(booking, "hold"),
    });
    requireExact(booking, taken.quantity, hold.covered);
  }
  await promise(tx, ctx, booking, payment);
}

/** Takes what is held, and charges the rest. Refuses with hold_expired when the credits were free again by now. */
export async function payForHold(tx: Sql, ctx: Context, booking: PaidBooking, payment: Payment): Promise<void> {
  const held = await holdsOf(tx, ctx, causeOf(booking));
  if ((payment.taken !== null && held.length === 0) || held.some((hold) => hold.isOver))
    throw bookingError({ code: "hold_expired" });
  for (const { id, covered } of held) await settleHold(tx, ctx, { holdId: id, quantity: covered });
  await charge(tx, ctx, booking, payment);
}

/** Lets credits that have come since a price was agreed pay what it charges. */
export async function payFromLateCredits(tx: Sql, ctx: Context, { personId }: PaidBooking): Promise<void> {
  if (personId !== null) await settleUnpaidUsage(tx, ctx, { personId });
}

export interface Keeping {
  feeMinor: number;
  credits: readonly UnitQuantity[];
}
const NOTHING: Keeping = { feeMinor: 0, credits: [] };

/**
 * Gives back what a booking has cost, but for what is to be kept: credits to the lots they came from, promises, and its
 * charge. `reason` says why, in the statement. What is kept of promises stays promised.
 */
export async function giveBack(
  tx: Sql,
  ctx: Context,
  booking: PaidBooking,
  reason: string,
  keep: Keeping = NOTHING,
): Promise<void> {
  if (booking.personId === null) return;
  const cause = causeOf(booking);
  await lockWallet(tx, ctx, booking.personId);
  await voidHoldsOf(tx, ctx, cause);
  const keptOfPromises = await cancelPromises(tx, ctx, booking, keep.credits);
  const { used, isCharged } = await loadCost(tx, ctx, cause);
  for (const { unit, quantity } of used) {
    const back = quantity - (quantityOf(keep.credits, unit) - quantityOf(keptOfPromises, unit));
    if (back <= 0) continue;
    await refundCredits(tx, ctx, {
      cause,
      unit,
      quantity: back,
      reason,
      idempotencyKey: keyOf(booking, `${reason}:${unit}`),
    });
  }
  if (isCharged)
    await lowerCharges(tx, ctx, {
      cause,
      keepMinor: keep.feeMinor,
      isFee: true,
      reason,
      idempotencyKey: keyOf(booking, reason),
    });
  else if (keep.feeMinor > 0)
    await chargeLines(tx, ctx, booking, [{ label: booking.resourceName, amountMinor: keep.feeMinor }], reason);
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
 * Takes again what a change keeps of the earlier slot, from the credits that are good for it; what was only promised is
 * promised again.
 */
export async function keepCredits(
  tx: Sql,
  ctx: Context,
  before: PaidBooking,
  kept: readonly UnitQuantity[],
  { promised }: BookingCost,
): Promise<void> {
  for (const { unit, quantity } of kept) {
    const usage = { ...usageOf(before), unit };
    const { missing } = await consumeCredits(tx, ctx, {
      ...usage,
      quantity,
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

async function takeExactly(
  tx: Sql,
  ctx: Context,
  booking: PaidBooking,
  taken: NonNullable<Payment["taken"]>,
): Promise<void> {
  const { covered } = await consumeCredits(tx, ctx, {
    ...usageOf(booking),
    ...wishOf(taken),
    idempotencyKey: keyOf(booking, "credits"),
  });
  requireExact(booking, taken.quantity, covered);
}

/** The wallet was locked before the lots were read: they can't be gone. */
function requireExact(booking: PaidBooking, quoted: number, covered: number): void {
  if (covered !== quoted)
    throw new Error(`Booking ${booking.id} was quoted ${quoted} credits, and ${covered} were there.`);
}

async function promise(tx: Sql, ctx: Context, booking: PaidBooking, { promised }: Payment): Promise<void> {
  const { currency } = booking;
  if (!promised || currency === null) return;
  const { unit, quantity, priceMinor: amountMinor } = promised;
  await scheduleConsumption(tx, ctx, {
    ...usageOf(booking),
    unit,
    quantity,
    price: { amountMinor, currency },
    idempotencyKey: keyOf(booking, "promise"),
  });
}

async function charge(
  tx: Sql,
  ctx: Context,
  booking: PaidBooking,
  { chargedMinor, keptMinor, uncovered }: Payment,
): Promise<void> {
  const { at, resource } = usageOf(booking);
  const label = booking.resourceName;
  const lines: NewChargeLine[] = [];
  if (chargedMinor > 0)
    lines.push({ label, amountMinor: chargedMinor, usage: uncovered ? { ...uncovered, at, resource } : undefined });
  if (keptMinor > 0) lines.push({ label, amountMinor: keptMinor });
  await chargeLines(tx, ctx, booking, lines, "charge");
}

async function chargeLines(
  tx: Sql,
  ctx: Context,
  booking: PaidBooking,
  lines: readonly NewChargeLine[],
  purpose: string,
): Promise<void> {
  const { personId, teamId, currency } = booking;
  if (lines.length === 0 || personId === null || currency === null) return;
  await recordCharge(tx, ctx, {
    payer: { personId, teamId },
    cause: causeOf(booking),
    lines,
    amountMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    currency,
    idempotencyKey: keyOf(booking, purpose),
  });
}

function causeOf({ id, resourceName }: PaidBooking): Cause {
  return { type: "booking", id, label: resourceName };
}

/** Each quote is paid once. */
function keyOf({ id, quoteId }: PaidBooking, purpose: string): string {
  return `booking:${id}:${quoteId ?? ""}:${purpose}`;
}

function usageOf(booking: PaidBooking): { personId: string; at: EpochMs; resource: CreditResource; cause: Cause } {
  const { personId, resourceId: id, resourceKind: kind, locationId, startsAt: at } = booking;
  if (personId === null) throw new Error(`Nobody pays for booking ${booking.id}.`);
  return { personId, at, resource: { id, kind, locationId }, cause: causeOf(booking) };
}

function wishOf({ unit, quantity }: UnitQuantity): UnitQuantity {
  return { unit, quantity };
}

function quantityOf(credits: readonly UnitQuantity[], unit: UnitQuantity["unit"]): number {
  return credits.reduce((sum, one) => (one.unit === unit ? sum + one.quantity : sum), 0);
}
