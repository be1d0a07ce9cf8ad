import type { Context } from "@working-social/db";
import { recordAudit, withPrisma } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { requireLocation } from "../queries.ts";
import type { ApprovalRemindersView, SetApprovalRemindersInput } from "../schema.ts";

/** Says when the front desk of a location is reminded of requests that wait. Needs manageSpace. Throws not_found. */
export async function setApprovalReminders(
  ctx: Context,
  { locationId, hoursBefore: asked }: SetApprovalRemindersInput,
): Promise<ApprovalRemindersView> {
  authorize(ctx, "manageSpace");
  const hoursBefore = [...new Set(asked)].sort((a, b) => b - a);
  return withPrisma(ctx, async (tx) => {
    await requireLocation(tx.prisma, locationId);
    await tx.prisma.location.update({ where: { id: locationId }, data: { approvalReminderHours: hoursBefore } });
    await recordAudit(tx, ctx, {
      action: "location.set_approval_reminders",
      subjectType: "location",
      subjectId: locationId,
      data: { hoursBefore },
    });
    return { hoursBefore };
  });
}
