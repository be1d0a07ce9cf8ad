import type { Context, Sql } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { bookingView, lockBooking, readBooking } from "../queries/booking-row.ts";
import { isRequestOver } from "../rules/request.ts";
import { wrongState } from "../rules/refusals.ts";
import type { BookingActInput, BookingView } from "../schema.ts";

/**
 * Confirms a booking that waits for approval, before its time begins; its member is told. For staff. Refuses with not_allowed,
 * not_found, wrong_state.
 */
export async function approveBooking(ctx: Context, input: BookingActInput): Promise<BookingView> {
  authorize(ctx, ...approveBooking.needs);
  const request = { key: input.idempotencyKey, procedure: "bookings.approve", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => approve(tx, ctx, input.bookingId)));
}
approveBooking.needs = ["manageBookings"] as const;

async function approve(tx: Sql, ctx: Context, bookingId: string): Promise<BookingView> {
  const row = await lockBooking(tx, ctx, bookingId);
  if (row.status !== "pending_approval") throw wrongState(row.status, "approve");
  if (isRequestOver(row, ctx.clock.now())) throw wrongState("expired", "approve");
  await tx.query(
    "UPDATE bookings SET status = 'confirmed', sequence = sequence + 1, changed_at = $3 WHERE organization_id = $1 AND id = $2",
    [ctx.organizationId, row.id, timestamp(ctx.clock.now())],
  );
  await emit(tx, ctx, {
    name: "booking.approved",
    subjectType: "booking",
    subjectId: row.id,
    data: { personId: row.personId },
  });
  return bookingView(await readBooking(tx, ctx, row.id), ctx);
}
