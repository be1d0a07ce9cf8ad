import type { Context } from "@working-social/db";
import { recordAudit, withPrisma } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { isUntouched, mergeEdit, editBetween } from "@working-social/kernel";
import { requireReminders } from "../queries.ts";
import type { ApprovalRemindersView, SetApprovalRemindersInput } from "../schema.ts";

/** Says when the front desk of a location is reminded of requests that wait. Needs manageSpace. Throws not_found, edited_meanwhile. */
export async function setApprovalReminders(
  ctx: Context,
  { locationId, seen, hoursBefore: asked }: SetApprovalRemindersInput,
): Promise<ApprovalRemindersView> {
  authorize(ctx, "manageSpace");
  const hoursBefore = [...new Set(asked)].sort((a, b) => b - a);
  return withPrisma(ctx, async (tx) => {
    await tx.query("SELECT id FROM locations WHERE id = $1::uuid FOR NO KEY UPDATE", [locationId]);
    const before = await requireReminders(tx, ctx, locationId);
    if (isUntouched(editBetween(before, mergeEdit(before, { hoursBefore }, seen)))) return before;
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
