import type { Context, Sql } from "@working-social/db";
import { inTransaction, timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { authorize, newId, notFound } from "@working-social/kernel";
import { emit } from "../../events.ts";
import type { BookingRow } from "../queries/booking-row.ts";
import { bookingView, lockBooking, readBooking } from "../queries/booking-row.ts";
import { isRequestOver } from "../rules/request.ts";
import { expireHoldsInTheWay } from "../steps/expire-holds.ts";
import { cannotBook, wrongState } from "../rules/refusals.ts";
import type { AssignUnitInput, BookingView } from "../schema.ts";

/**
 * Gives the booking of a pool another free unit of it: at arrival, or because desk 7 wobbles. For staff. Refuses with
 * cannot_book and slot_taken, not_found for a unit of something else, wrong_state, not_allowed.
 */
export async function assignUnit(ctx: Context, input: AssignUnitInput): Promise<BookingView> {
  authorize(ctx, ...assignUnit.needs);
  return inTransaction(ctx, async (tx) => {
    const row = await lockBooking(tx, ctx, input.bookingId);
    if (row.status !== "confirmed" && row.status !== "pending_approval") throw wrongState(row.status, "assign");
    if (isRequestOver(row, ctx.clock.now())) throw wrongState("expired", "assign");
    if (row.endsAt <= ctx.clock.now()) throw wrongState("ended", "assign");
    await requirePoolUnit(tx, row, input.unitId);
    await swapUnit(tx, ctx, row, input.unitId);
    return bookingView(await readBooking(tx, ctx, row.id), ctx);
  });
}
assignUnit.needs = ["manageBookings"] as const;

async function requirePoolUnit(tx: Sql, row: BookingRow, unitId: string): Promise<void> {
  const [unit] = await tx.query<{ allocation: string }>(
    `SELECT r.allocation FROM resource_units ru JOIN resources r ON r.id = ru.resource_id
     WHERE ru.resource_id = $1 AND ru.unit_id = $2`,
    [row.resourceId, unitId],
  );
  if (!unit) throw notFound("unit");
  if (unit.allocation !== "one_unit") throw wrongState(row.status, "assign");
}

async function swapUnit(tx: Sql, ctx: Context, row: BookingRow, unitId: string): Promise<void> {
  const now = timestamp(ctx.clock.now());
  const [held] = await tx.query<{ id: string; unitId: string; startsAt: EpochMs; endsAt: EpochMs }>(
    `SELECT id, unit_id AS "unitId", starts_at AS "startsAt", ends_at AS "endsAt" FROM claims
     WHERE organization_id = $1 AND booking_id = $2 AND released_at IS NULL`,
    [ctx.organizationId, row.id],
  );
  if (!held) throw wrongState(row.status, "assign");
  if (held.unitId === unitId) return;
  await expireHoldsInTheWay(tx, ctx, row.resourceId, { start: held.startsAt, end: held.endsAt });
  const claimed = await tx.query(
    `INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING id`,
    [newId(), ctx.organizationId, row.id, unitId, timestamp(held.startsAt), timestamp(held.endsAt)],
  );
  if (claimed.length === 0) throw cannotBook([{ code: "slot_taken" }]);
  await tx.query("UPDATE claims SET released_at = $3 WHERE organization_id = $1 AND id = $2", [
    ctx.organizationId,
    held.id,
    now,
  ]);
  // Touching the booking tells the open screens.
  await tx.query("UPDATE bookings SET changed_at = $3 WHERE organization_id = $1 AND id = $2", [
    ctx.organizationId,
    row.id,
    now,
  ]);
  await emit(tx, ctx, {
    name: "booking.unit_assigned",
    subjectType: "booking",
    subjectId: row.id,
    data: { from: held.unitId, to: unitId },
  });
}
