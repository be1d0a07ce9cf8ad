import type { Context, Sql } from "@working-social/db";
import { notAllowed } from "@working-social/kernel";
import type { BookingRow } from "../queries/booking-row.ts";
import { cancellationPrice } from "../rules/cancellation-price.ts";
import { costOf } from "./paid-booking.ts";

/**
 * Staff are members too: what would let them off a fee of their own, whatever it is called, is a colleague's to do. Refuses
 * with not_allowed while cancelling the booking would keep something of its price.
 */
export async function requireNoOwnFee(tx: Sql, ctx: Context, row: BookingRow): Promise<void> {
  if (ctx.actor.kind !== "person" || ctx.actor.personId !== row.personId) return;
  const { feeMinor, credits } = cancellationPrice(row, await costOf(tx, ctx, row), ctx.clock.now());
  if (feeMinor > 0 || credits.some(({ kept }) => kept > 0)) throw notAllowed("waive_fee");
}
