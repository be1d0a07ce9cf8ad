import { billedOf, settleUnpaidUsage } from "@working-social/charges";
import type { NewChargeLine } from "@working-social/charges";
import { consumeCredits, holdCredits, holdsOf, scheduleConsumption, settleHold } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { taxedPrice } from "@working-social/kernel";
import { bookingError } from "../../errors.ts";
import type { Payment } from "../../rules/payment.ts";
import type { BookingCost, PaidBooking } from "./paid-booking.ts";
import { causeOf, chargeLines, keyOf, lineOf, quantityOf, usageOf } from "./paid-booking.ts";

/** The ledger follows the quote in force: what is taken, held, promised and charged is here, what comes back in refund-booking.ts. */

/** Takes the credits of a quote, promises those to come, and charges the rest; of nobody's booking, nothing. */
export async function payForBooking(tx: Sql, ctx: Context, booking: PaidBooking, payment: Payment): Promise<void> {
  if (booking.personId === null) return;
  if (payment.taken) await takeExactly(tx, ctx, booking, payment.taken);
  await promise(tx, ctx, booking, payment);
  await charge(tx, ctx, booking, payment);
}

/**
 * Of a booking that runs, the credits that it has taken stay where they are, even when their lot is over by now: only what
 * is needed beyond them is taken, and the rest charged anew.
 */
export async function payDifference(
  tx: Sql,
  ctx: Context,
  booking: PaidBooking,
  payment: Payment,
  { credits }: BookingCost,
): Promise<void> {
  const { taken } = payment;
  const quantity = taken ? taken.quantity - quantityOf(credits, taken.unit) : 0;
  await payForBooking(tx, ctx, booking, { ...payment, taken: taken && quantity > 0 ? { ...taken, quantity } : null });
}

/** Pays a booking at once; of a hold, sets its credits aside until it ends. */
export async function payOrHold(
  tx: Sql,
  ctx: Context,
  booking: PaidBooking,
  payment: Payment,
  holdExpiresAt: EpochMs | null,
): Promise<void> {
  if (holdExpiresAt === null) await payForBooking(tx, ctx, booking, payment);
  else await holdForBooking(tx, ctx, booking, payment, holdExpiresAt);
}

/** Sets the credits of a quote aside while somebody decides; what is to come is promised at once. */
async function holdForBooking(
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
      ...taken,
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

async function takeExactly(
  tx: Sql,
  ctx: Context,
  booking: PaidBooking,
  taken: NonNullable<Payment["taken"]>,
): Promise<void> {
  const { covered } = await consumeCredits(tx, ctx, {
    ...usageOf(booking),
    ...taken,
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
  { chargedMinor, keptMinor, tax, billed, uncovered }: Payment,
): Promise<void> {
  const { at, resource } = usageOf(booking);
  const lines: NewChargeLine[] = [];
  if (chargedMinor > 0)
    lines.push({
      ...lineOf(booking, "booking", { ...tax, netMinor: chargedMinor - tax.taxMinor, amountMinor: chargedMinor }),
      billed: billedOf(billed),
      usage: uncovered ? { ...uncovered, at, resource } : undefined,
    });
  // An amount as it was agreed, tax and all: it is gross, also where prices are net.
  if (keptMinor > 0) lines.push(lineOf(booking, "booking_kept", taxedPrice(keptMinor, "gross", tax)));
  await chargeLines(tx, ctx, booking, lines, "charge");
}
