import type { Context, Sql } from "@working-social/db";
import { inTransaction, read, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { lockBooking } from "../queries/booking-row.ts";
import { isRequestOver } from "../rules/request.ts";
import { endBooking } from "../steps/end-booking.ts";

/**
 * Ends the requests of one organization that nobody has answered when their time begins: everything comes back, and both
 * sides are told. One transaction each; again, nothing is left to do. Returns how many ended.
 */
export async function expireRequests(ctx: Context): Promise<number> {
  authorize(ctx, ...expireRequests.needs);
  const due = await read(ctx).query<{ id: string }>(
    `SELECT id FROM bookings WHERE organization_id = $1 AND status = 'pending_approval' AND starts_at <= $2 ORDER BY starts_at, id`,
    [ctx.organizationId, timestamp(ctx.clock.now())],
  );
  let expired = 0;
  for (const { id } of due) expired += Number(await inTransaction(ctx, (tx) => expire(tx, ctx, id)));
  return expired;
}
expireRequests.needs = ["lookAfterRequests"] as const;

async function expire(tx: Sql, ctx: Context, bookingId: string): Promise<boolean> {
  const row = await lockBooking(tx, ctx, bookingId);
  // Answered, cancelled or moved meanwhile.
  if (!isRequestOver(row, ctx.clock.now())) return false;
  const ending = {
    status: "expired",
    because: "unanswered",
    event: "booking.request_expired",
    reason: null,
    fee: null,
  } as const;
  await endBooking(tx, ctx, row, ending);
  return true;
}
