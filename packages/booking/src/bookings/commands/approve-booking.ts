import type { Context, Sql } from "@working-social/db";
import { inTransaction, once, recordAudit, timestamp } from "@working-social/db";
import { requireManager } from "../access.ts";
import { bookingView, isRequestOver, lockBooking, readBooking } from "../booking-row.ts";
import type { TellAct } from "../acts.ts";
import { tellNobody } from "../acts.ts";
import { wrongState } from "../refusals.ts";
import type { BookingActInput, BookingView } from "../schema.ts";

/**
 * Confirms a booking that waits for approval, before its time begins; its member is told. For staff. Refuses with not_allowed,
 * not_found, wrong_state.
 */
export async function approveBooking(
  ctx: Context,
  input: BookingActInput,
  tell: TellAct = tellNobody,
): Promise<BookingView> {
  requireManager(ctx, "approve_booking");
  const request = { key: input.idempotencyKey, procedure: "bookings.approve", input };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const booking = await approve(tx, ctx, input.bookingId);
      await tell(tx, ctx, { kind: "approved", booking, before: null, isForOther: true });
      return booking;
    }),
  );
}

async function approve(tx: Sql, ctx: Context, bookingId: string): Promise<BookingView> {
  const row = await lockBooking(tx, ctx, bookingId);
  if (row.status !== "pending_approval") throw wrongState(row.status, "approve");
  if (isRequestOver(row, ctx.clock.now())) throw wrongState("expired", "approve");
  await tx.query(
    "UPDATE bookings SET status = 'confirmed', sequence = sequence + 1, changed_at = $3 WHERE organization_id = $1 AND id = $2",
    [ctx.organizationId, row.id, timestamp(ctx.clock.now())],
  );
  await recordAudit(tx, ctx, { action: "booking.approve", subjectType: "booking", subjectId: row.id });
  return bookingView(await readBooking(tx, ctx, row.id), ctx);
}
