import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireBookingRule } from "../queries.ts";
import type { BookingRuleIdInput, BookingRuleView } from "../schema.ts";

/**
 * The rule holds no longer. Needs manageSpace. Throws not_found, also for a rule that is archived already; the same key again gets
 * the same answer.
 */
export async function archiveBookingRule(
  ctx: Context,
  { idempotencyKey: key, id }: Keyed<BookingRuleIdInput>,
): Promise<BookingRuleView> {
  authorize(ctx, ...archiveBookingRule.needs);
  const request = { key, procedure: "bookingRules.archive", input: { id } };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const rule = await requireBookingRule(tx, ctx, id);
      await tx.query("UPDATE booking_rules SET archived_at = $3 WHERE organization_id = $1 AND id = $2", [
        ctx.organizationId,
        id,
        timestamp(ctx.clock.now()),
      ]);
      await emit(tx, ctx, { name: "booking_rule.archived", subjectType: "booking_rule", subjectId: id, data: {} });
      return rule;
    }),
  );
}
archiveBookingRule.needs = ["manageSpace"] as const;
