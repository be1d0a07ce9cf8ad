import type { Context, Sql } from "@working-social/db";
import { inTransaction, once, recordAudit, timestamp } from "@working-social/db";
import { limitsFor } from "../../rules/limits.ts";
import { loadSituation } from "../../situation/load-situation.ts";
import { bookingError } from "../../errors.ts";
import { requireOwnerOrManager } from "../access.ts";
import type { BookingRow } from "../booking-row.ts";
import { bookingView, lockBooking, quoteOf, readBooking } from "../booking-row.ts";
import { requirePrice, wrongState } from "../refusals.ts";
import type { BookingView, ConfirmHoldInput } from "../schema.ts";

/**
 * Makes a hold a booking, at the price that was agreed with the hold. Refuses with hold_expired, price_changed,
 * wrong_state, not_found.
 */
export function confirmHold(ctx: Context, input: ConfirmHoldInput): Promise<BookingView> {
  const request = { key: input.idempotencyKey, procedure: "bookings.confirmHold", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => confirm(tx, ctx, input)));
}

async function confirm(tx: Sql, ctx: Context, input: ConfirmHoldInput): Promise<BookingView> {
  const hold = await lockBooking(tx, ctx, input.bookingId);
  const isStaffActing = requireOwnerOrManager(ctx, hold);
  requireRunningHold(hold, ctx.clock.now());
  // Staff approve by acting, as when they book for somebody.
  const needsApproval = !isStaffActing && (await stillNeedsApproval(tx, ctx, hold));
  const quote = quoteOf(hold);
  if (quote) requirePrice({ ...quote, needsApproval }, input.expectedTotalMinor);
  const status = needsApproval ? "pending_approval" : "confirmed";
  await tx.query(
    `UPDATE bookings SET status = $3::booking_status, hold_expires_at = NULL, title = $4, is_title_public = $5, changed_at = $6
     WHERE organization_id = $1 AND id = $2`,
    [ctx.organizationId, hold.id, status, input.title, input.isTitlePublic, timestamp(ctx.clock.now())],
  );
  await recordAudit(tx, ctx, {
    action: "booking.create",
    subjectType: "booking",
    subjectId: hold.id,
    data: { status },
  });
  return bookingView(await readBooking(tx, ctx, hold.id), ctx);
}

function requireRunningHold(hold: BookingRow, now: number): void {
  const isOver = hold.holdExpiresAt !== null && hold.holdExpiresAt <= now;
  if (hold.status === "expired" || (hold.status === "held" && isOver)) throw bookingError({ code: "hold_expired" });
  if (hold.status !== "held") throw wrongState(hold.status, "confirm");
}

async function stillNeedsApproval(
  tx: Sql,
  ctx: Context,
  { resourceId, personId, startsAt, endsAt }: BookingRow,
): Promise<boolean> {
  const { situation, resource } = await loadSituation(tx, ctx, {
    resourceId,
    personId,
    span: { start: startsAt, end: endsAt },
  });
  return limitsFor(situation, resource).needsApproval;
}
