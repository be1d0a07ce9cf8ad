import type { Context } from "@working-social/db";
import { recordAudit, timestamp, withPrisma } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { requireBookingRule } from "../queries.ts";
import type { BookingRuleIdInput, BookingRuleView } from "../schema.ts";

/** The rule holds no longer. Needs manageSpace. Throws not_found, also for a rule that is archived already. */
export async function archiveBookingRule(ctx: Context, { id }: BookingRuleIdInput): Promise<BookingRuleView> {
  authorize(ctx, "manageSpace");
  return withPrisma(ctx, async (tx) => {
    const rule = await requireBookingRule(tx.prisma, id);
    await tx.prisma.bookingRule.update({ where: { id }, data: { archivedAt: timestamp(ctx.clock.now()) } });
    await recordAudit(tx, ctx, { action: "booking_rule.archive", subjectType: "booking_rule", subjectId: id });
    return rule;
  });
}
