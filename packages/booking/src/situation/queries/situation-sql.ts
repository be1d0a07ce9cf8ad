import { spendableJson } from "@working-social/credits";

// One statement for everything that the rules need: a booking is decided after one round trip. Its parts are columns of
// JSON, so that nothing multiplies. $placeId is a resource or a location; $fromDate and $toDate say whose exceptions matter.

/**
 * A booking as long as `LONGEST_MINUTES` with a day's buffer on both sides, and a day more: what began earlier is over, and the index on
 * starts_at needs a bound.
 */
export const LONGEST_CLAIM = "interval '816 hours'";
/** No local day is longer; what was used earlier today counts against the minutes of the day. */
const LONGEST_DAY = "interval '50 hours'";

const LOCATION = `
  SELECT json_build_object('id', l.id, 'name', l.name, 'timeZone', l.time_zone, 'currency', l.currency, 'taxName', l.tax_name,
    'taxBasisPoints', l.tax_basis_points, 'taxInclusive', l.tax_inclusive, 'zeroTaxCategory', l.zero_tax_category,
    'language', l.language, 'region', l.region) FROM place l`;

const PERSON = `
  SELECT json_build_object('id', p.id, 'name', p.name, 'status', p.status, 'role', p.role, 'planId', p.plan_id, 'teamId', p.team_id)
  FROM who p`;

const RESOURCES = `
  SELECT json_agg(json_build_object('id', r.id, 'locationId', r.location_id, 'name', r.name, 'kind', r.kind, 'capacity', r.capacity,
    'floor', r.floor, 'description', r.description, 'features', r.features, 'allocation', r.allocation, 'assignment', r.assignment,
    'sortOrder', r.sort_order, 'isArchived', r.archived_at IS NOT NULL OR l.archived_at IS NOT NULL,
    'units', (SELECT json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY ru.position, u.id)
      FROM resource_units ru JOIN units u ON u.id = ru.unit_id WHERE ru.resource_id = r.id)) ORDER BY r.sort_order, r.name, r.id)
  FROM resources r JOIN place l ON l.id = r.location_id`;

const WEEKLY = `
  SELECT json_agg(json_build_object('resourceId', h.resource_id, 'weekday', h.weekday, 'opensMinute', h.opens_minute,
    'closesMinute', h.closes_minute) ORDER BY h.weekday, h.opens_minute)
  FROM opening_hours h WHERE h.organization_id = $organizationId AND h.location_id = (SELECT id FROM place)`;

const EXCEPTIONS = `
  SELECT json_agg(json_build_object('resourceId', h.resource_id, 'date', h.date, 'opensMinute', h.opens_minute,
    'closesMinute', h.closes_minute, 'reason', h.reason) ORDER BY h.date, h.opens_minute)
  FROM opening_exceptions h
  WHERE h.organization_id = $organizationId AND h.location_id = (SELECT id FROM place) AND h.date BETWEEN $fromDate AND $toDate`;

const RULES = `
  SELECT json_agg(json_build_object('id', b.id, 'name', b.name, 'locationId', b.location_id, 'resourceKind', b.resource_kind,
    'resourceId', b.resource_id, 'audienceIsExcept', b.audience_is_except,
    'planIds', coalesce(a.plan_ids, '{}'), 'teamIds', coalesce(a.team_ids, '{}'), 'roles', coalesce(a.roles, '{}'),
    'settings', json_build_object('mayBook', b.may_book, 'needsApproval', b.needs_approval,
      'granularityMinutes', b.granularity_minutes, 'minLengthMinutes', b.min_length_minutes,
      'maxLengthMinutes', b.max_length_minutes, 'minNoticeMinutes', b.min_notice_minutes, 'windowDays', b.window_days,
      'windowMode', b.window_mode, 'bufferBeforeMinutes', b.buffer_before_minutes, 'bufferAfterMinutes', b.buffer_after_minutes,
      'maxConcurrentPerPerson', b.max_concurrent_per_person, 'maxConcurrentPerTeam', b.max_concurrent_per_team,
      'maxMinutesPerDayPerPerson', b.max_minutes_per_day_per_person, 'maxMinutesPerDayPerTeam', b.max_minutes_per_day_per_team,
      'maxUpcomingPerPerson', b.max_upcoming_per_person, 'maxUpcomingPerTeam', b.max_upcoming_per_team,
      'holdMinutes', b.hold_minutes)) ORDER BY b.created_at, b.id)
  FROM booking_rules b
  LEFT JOIN (SELECT rule_id, array_agg(plan_id) FILTER (WHERE plan_id IS NOT NULL) AS plan_ids,
      array_agg(team_id) FILTER (WHERE team_id IS NOT NULL) AS team_ids, array_agg(role) FILTER (WHERE role IS NOT NULL) AS roles
    FROM booking_rule_audiences WHERE organization_id = $organizationId GROUP BY rule_id) a ON a.rule_id = b.id
  WHERE b.organization_id = $organizationId AND b.archived_at IS NULL
    AND (b.location_id IS NULL OR b.location_id = (SELECT id FROM place))`;

const RATES = `
  SELECT json_agg(json_build_object('id', x.id, 'name', x.name, 'locationId', x.location_id, 'resourceKind', x.resource_kind,
    'resourceId', x.resource_id, 'audience', x.audience, 'planId', x.plan_id, 'weekdays', x.weekdays,
    'bandFromMinute', x.band_from_minute, 'bandToMinute', x.band_to_minute, 'unit', x.unit, 'priceMinor', x.price_minor,
    'minimumChargeMinor', x.minimum_charge_minor) ORDER BY x.id)
  FROM rates x WHERE x.organization_id = $organizationId AND x.location_id = (SELECT id FROM place) AND x.archived_at IS NULL`;

const POLICIES = `
  SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'locationId', c.location_id, 'resourceKind', c.resource_kind,
    'resourceId', c.resource_id, 'tiers', (SELECT coalesce(json_agg(json_build_object('hoursBefore', t.hours_before,
      'feePercent', t.fee_percent) ORDER BY t.hours_before DESC), '[]') FROM cancellation_tiers t WHERE t.policy_id = c.id)) ORDER BY c.id)
  FROM cancellation_policies c
  WHERE c.organization_id = $organizationId AND c.location_id = (SELECT id FROM place) AND c.archived_at IS NULL`;

const usageWhere = (owner: string) => `
  SELECT b.id, b.person_id, b.team_id, b.resource_id, b.location_id, b.starts_at, b.ends_at FROM bookings b
  WHERE b.organization_id = $organizationId AND ${owner} AND b.starts_at > $now::timestamptz - ${LONGEST_CLAIM}
    AND b.ends_at > $now::timestamptz - ${LONGEST_DAY}
    AND (b.status IN ('confirmed', 'pending_approval') OR (b.status = 'held' AND b.hold_expires_at > $now::timestamptz))`;

/** UNION, not OR: each half has its own index. A space without limits never reads them. */
const USAGE = `
  SELECT json_agg(json_build_object('id', b.id, 'personId', b.person_id, 'teamId', b.team_id, 'resourceId', b.resource_id,
    'resourceKind', r.kind, 'locationId', b.location_id, 'startsAt', b.starts_at, 'endsAt', b.ends_at))
  FROM (${usageWhere("b.person_id = $personId::uuid")} UNION ${usageWhere("b.team_id = (SELECT team_id FROM who)")}) b
  JOIN resources r ON r.id = b.resource_id
  WHERE EXISTS (SELECT FROM booking_rules l WHERE l.organization_id = $organizationId AND l.archived_at IS NULL AND num_nonnulls(
    l.max_concurrent_per_person, l.max_concurrent_per_team, l.max_minutes_per_day_per_person, l.max_minutes_per_day_per_team,
    l.max_upcoming_per_person, l.max_upcoming_per_team) > 0)`;

const WHO = `
  who AS MATERIALIZED (SELECT p.id, p.name, p.status, p.role, p.team_id, coalesce(p.plan_id, t.plan_id) AS plan_id
    FROM people p LEFT JOIN teams t ON t.id = p.team_id WHERE p.organization_id = $organizationId AND p.id = $personId::uuid)`;

/** What may be spent; of a change, with what the booking itself has taken. */
function spendable(exceptCauseId: "$bookingId::text" | null): string {
  return spendableJson({ personId: "$personId::uuid", now: "$now::timestamptz", exceptCauseId });
}

function list(query: string): string {
  return `coalesce((${query}), '[]')`;
}

function situationSql(
  place: string,
  resources: string | null,
  ofHours: string,
  exceptCauseId: "$bookingId::text" | null = null,
): string {
  return `WITH place AS MATERIALIZED (${place}), ${WHO}
    SELECT (${LOCATION}) AS location, (${PERSON}) AS person, ${resources === null ? "'[]'::json" : list(resources)} AS resources,
      ${list(`${WEEKLY}${ofHours}`)} AS weekly, ${list(`${EXCEPTIONS}${ofHours}`)} AS exceptions,
      ${list(RULES)} AS rules, ${list(RATES)} AS rates, ${list(POLICIES)} AS policies, ${list(USAGE)} AS usage,
      ${spendable(exceptCauseId)} AS spendable`;
}

const RESOURCE = [
  "SELECT l.* FROM resources r JOIN locations l ON l.id = r.location_id WHERE r.organization_id = $organizationId AND r.id = $placeId::uuid",
  `${RESOURCES} WHERE r.id = $placeId::uuid`,
  " AND (h.resource_id IS NULL OR h.resource_id = $placeId::uuid)",
] as const;
/** The situation around one resource. */
export const SITUATION_OF_RESOURCE = situationSql(...RESOURCE);
/** The same for a change of $bookingId. */
export const SITUATION_OF_CHANGE = situationSql(...RESOURCE, "$bookingId::text");

/** The situation of a location with all its resources. */
export const SITUATION_OF_LOCATION = situationSql(
  "SELECT l.* FROM locations l WHERE l.organization_id = $organizationId AND l.id = $placeId::uuid",
  RESOURCES,
  "",
);

/** The same without them, for who reads the resources together with what occupies them. */
export const SITUATION_AROUND_RESOURCES = situationSql(
  "SELECT l.* FROM locations l WHERE l.organization_id = $organizationId AND l.id = $placeId::uuid",
  null,
  "",
);

/** Just the usage, read again under a lock. */
export const USAGE_ALONE = `WITH ${WHO} SELECT ${list(USAGE)} AS usage`;
