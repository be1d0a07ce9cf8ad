import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireTarget } from "../../resources/steps/require-target.ts";
import { setAudience } from "../steps/set-audience.ts";
import { requireBookingRule } from "../queries.ts";
import type { BookingRuleView, CreateBookingRuleInput } from "../schema.ts";

/** A rule that holds from now on; bookings made before stay. Needs manageSpace. Throws not_found for what it names. */
export async function createBookingRule(ctx: Context, keyed: Keyed<CreateBookingRuleInput>): Promise<BookingRuleView> {
  authorize(ctx, ...createBookingRule.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "bookingRules.create", input };
  const { planIds, teamIds, roles, settings, ...fields } = input;
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      await requireTarget(tx, ctx, fields);
      const id = newId();
      await tx.query(
        `INSERT INTO booking_rules (id, organization_id, name, location_id, resource_kind, resource_id, audience_is_except, may_book, needs_approval,
           granularity_minutes, min_length_minutes, max_length_minutes, min_notice_minutes, window_days, window_mode,
           buffer_before_minutes, buffer_after_minutes, max_concurrent_per_person, max_concurrent_per_team,
           max_minutes_per_day_per_person, max_minutes_per_day_per_team, max_upcoming_per_person, max_upcoming_per_team,
           hold_minutes, created_at)
         VALUES ($id, $organizationId, $name, $locationId, $resourceKind::resource_kind, $resourceId, $audienceIsExcept, $mayBook,
           $needsApproval, $granularityMinutes, $minLengthMinutes, $maxLengthMinutes, $minNoticeMinutes, $windowDays,
           $windowMode::window_mode, $bufferBeforeMinutes, $bufferAfterMinutes, $maxConcurrentPerPerson, $maxConcurrentPerTeam,
           $maxMinutesPerDayPerPerson, $maxMinutesPerDayPerTeam, $maxUpcomingPerPerson, $maxUpcomingPerTeam, $holdMinutes, $now)`,
        { id, organizationId: ctx.organizationId, ...fields, ...settings, now: timestamp(ctx.clock.now()) },
      );
      await setAudience(tx, ctx, id, { planIds, teamIds, roles });
      await emit(tx, ctx, {
        name: "booking_rule.created",
        subjectType: "booking_rule",
        subjectId: id,
        data: { created: input },
      });
      return requireBookingRule(tx, ctx, id);
    }),
  );
}
createBookingRule.needs = ["manageSpace"] as const;
