import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { changesBetween } from "@working-social/directory";
import { authorize, editBetween, isUntouched, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireNewTarget } from "../../resources/steps/require-target.ts";
import { setAudience } from "../steps/set-audience.ts";
import { requireBookingRule } from "../queries.ts";
import type { BookingRuleView, UpdateBookingRuleInput } from "../schema.ts";

/** Needs manageSpace. Throws edited_meanwhile, and not_found for the rule, or for what it names. */
export async function updateBookingRule(
  ctx: Context,
  { id, seen, ...edit }: UpdateBookingRuleInput,
): Promise<BookingRuleView> {
  authorize(ctx, ...updateBookingRule.needs);
  return inTransaction(ctx, async (tx) => {
    // Two who save the same rule come one after another, or its audience would be the sum of both.
    await tx.query("SELECT id FROM booking_rules WHERE id = $1::uuid FOR NO KEY UPDATE", [id]);
    const before = await requireBookingRule(tx, ctx, id);
    const after = mergeEdit(before, edit, seen);
    const changed = editBetween(before, after);
    if (isUntouched(changed)) return before;
    await requireNewTarget(tx, ctx, changed, after);
    const { name, locationId, resourceKind, resourceId, audienceIsExcept, settings } = after;
    await tx.query(
      `UPDATE booking_rules SET name = $name, location_id = $locationId, resource_kind = $resourceKind::resource_kind, resource_id = $resourceId,
         audience_is_except = $audienceIsExcept, may_book = $mayBook, needs_approval = $needsApproval,
         granularity_minutes = $granularityMinutes, min_length_minutes = $minLengthMinutes,
         max_length_minutes = $maxLengthMinutes, min_notice_minutes = $minNoticeMinutes, window_days = $windowDays,
         window_mode = $windowMode::window_mode, buffer_before_minutes = $bufferBeforeMinutes,
         buffer_after_minutes = $bufferAfterMinutes, max_concurrent_per_person = $maxConcurrentPerPerson,
         max_concurrent_per_team = $maxConcurrentPerTeam, max_minutes_per_day_per_person = $maxMinutesPerDayPerPerson,
         max_minutes_per_day_per_team = $maxMinutesPerDayPerTeam, max_upcoming_per_person = $maxUpcomingPerPerson,
         max_upcoming_per_team = $maxUpcomingPerTeam, hold_minutes = $holdMinutes
       WHERE organization_id = $organizationId AND id = $id`,
      {
        id,
        organizationId: ctx.organizationId,
        name,
        locationId,
        resourceKind,
        resourceId,
        audienceIsExcept,
        ...settings,
      },
    );
    if (changed.planIds ?? changed.teamIds ?? changed.roles) await setAudience(tx, ctx, id, after);
    await emit(tx, ctx, {
      name: "booking_rule.updated",
      subjectType: "booking_rule",
      subjectId: id,
      data: { changes: changesBetween(before, after) },
    });
    return requireBookingRule(tx, ctx, id);
  });
}
updateBookingRule.needs = ["manageSpace"] as const;
