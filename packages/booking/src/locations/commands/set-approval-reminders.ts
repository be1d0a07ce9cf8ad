import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { changesBetween } from "@working-social/directory";
import { authorize, isUntouched, mergeEdit, editBetween } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireReminders } from "../queries.ts";
import type { ApprovalRemindersView, SetApprovalRemindersInput } from "../schema.ts";

/** Says when the front desk of a location is reminded of requests that wait. Needs manageSpace. Throws not_found, edited_meanwhile. */
export async function setApprovalReminders(
  ctx: Context,
  { locationId, seen, hoursBefore: asked }: SetApprovalRemindersInput,
): Promise<ApprovalRemindersView> {
  authorize(ctx, ...setApprovalReminders.needs);
  const hoursBefore = [...new Set(asked)].sort((a, b) => b - a);
  return inTransaction(ctx, async (tx) => {
    await tx.query("SELECT id FROM locations WHERE id = $1::uuid FOR NO KEY UPDATE", [locationId]);
    const before = await requireReminders(tx, ctx, locationId);
    if (isUntouched(editBetween(before, mergeEdit(before, { hoursBefore }, seen)))) return before;
    await tx.query("UPDATE locations SET approval_reminder_hours = $3 WHERE organization_id = $1 AND id = $2", [
      ctx.organizationId,
      locationId,
      hoursBefore,
    ]);
    await emit(tx, ctx, {
      name: "location.approval_reminders_set",
      subjectType: "location",
      subjectId: locationId,
      data: { changes: changesBetween(before, { hoursBefore }) },
    });
    return { hoursBefore };
  });
}
setApprovalReminders.needs = ["manageSpace"] as const;
