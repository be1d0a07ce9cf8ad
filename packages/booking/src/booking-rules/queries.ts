import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import type { BookingRuleView } from "./schema.ts";

const COLUMNS = `r.id, r.name, r.location_id AS "locationId", r.resource_kind AS "resourceKind", r.resource_id AS "resourceId",
  r.audience_is_except AS "audienceIsExcept",
  json_build_object('mayBook', r.may_book, 'needsApproval', r.needs_approval, 'granularityMinutes', r.granularity_minutes,
    'minLengthMinutes', r.min_length_minutes, 'maxLengthMinutes', r.max_length_minutes, 'minNoticeMinutes', r.min_notice_minutes,
    'windowDays', r.window_days, 'windowMode', r.window_mode, 'bufferBeforeMinutes', r.buffer_before_minutes,
    'bufferAfterMinutes', r.buffer_after_minutes, 'maxConcurrentPerPerson', r.max_concurrent_per_person,
    'maxConcurrentPerTeam', r.max_concurrent_per_team, 'maxMinutesPerDayPerPerson', r.max_minutes_per_day_per_person,
    'maxMinutesPerDayPerTeam', r.max_minutes_per_day_per_team, 'maxUpcomingPerPerson', r.max_upcoming_per_person,
    'maxUpcomingPerTeam', r.max_upcoming_per_team, 'holdMinutes', r.hold_minutes) AS settings,
  ARRAY(SELECT a.plan_id FROM booking_rule_audiences a WHERE a.rule_id = r.id AND a.plan_id IS NOT NULL ORDER BY a.id) AS "planIds",
  ARRAY(SELECT a.team_id FROM booking_rule_audiences a WHERE a.rule_id = r.id AND a.team_id IS NOT NULL ORDER BY a.id) AS "teamIds",
  (SELECT coalesce(json_agg(a.role ORDER BY a.id), '[]') FROM booking_rule_audiences a WHERE a.rule_id = r.id AND a.role IS NOT NULL) AS roles`;

/** The rules in force, in the order in which they were made. Needs manageSpace. */
export async function listBookingRules(ctx: Context): Promise<BookingRuleView[]> {
  authorize(ctx, ...listBookingRules.needs);
  return read(ctx).query<BookingRuleView>(
    `SELECT ${COLUMNS} FROM booking_rules r WHERE r.organization_id = $1 AND r.archived_at IS NULL ORDER BY r.created_at, r.id`,
    [ctx.organizationId],
  );
}
listBookingRules.needs = ["manageSpace"] as const;

/** Throws not_found for an unknown, archived or foreign rule. */
export async function requireBookingRule(sql: Sql, ctx: Context, id: string): Promise<BookingRuleView> {
  const [rule] = await sql.query<BookingRuleView>(
    `SELECT ${COLUMNS} FROM booking_rules r WHERE r.organization_id = $1 AND r.id = $2 AND r.archived_at IS NULL`,
    [ctx.organizationId, id],
  );
  if (!rule) throw notFound("booking_rule");
  return rule;
}
