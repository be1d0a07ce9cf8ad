import type { EpochMs, Interval } from "@working-social/kernel";
import { expectDefined } from "@working-social/kernel";
import type { Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { ResourceView } from "../../resources/schema.ts";
import type { BookedUnit, Occupancy, OccupyingBooking } from "../rules/occupancy.ts";

/** An instant as milliseconds; date_part counts in floating point, exact for milliseconds, extract in slow decimals. */
const ms = (column: string) => `(date_part('epoch', ${column}) * 1000)::bigint`;

const RESOURCE = `
  json_build_object('id', r.id, 'locationId', r.location_id, 'name', r.name, 'kind', r.kind, 'capacity', r.capacity,
    'floor', r.floor, 'description', r.description, 'features', r.features, 'allocation', r.allocation,
    'assignment', r.assignment, 'sortOrder', r.sort_order, 'isArchived', false, 'units', units.list)`;

// Claims on a unit never overlap, so what reaches into the span is the last claim that starts before it, and those that
// start within it: two descents of claims_active_by_unit for each unit, however many bookings there are. All that is
// asked of the claims stands in that index.
const occupancySql = (occupied: string, behind: string) => `
  SELECT ${RESOURCE} AS resource, held.list AS occupied
  FROM resources r
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('id', un.id, 'name', un.name) ORDER BY ru.position, un.id) AS list,
      array_agg(un.id ORDER BY ru.position, un.id) AS ids
    FROM resource_units ru JOIN units un ON un.id = ru.unit_id WHERE ru.resource_id = r.id
  ) units
  CROSS JOIN LATERAL (
    SELECT ${occupied} AS list
    FROM unnest(units.ids) WITH ORDINALITY AS unit (id, place)
    CROSS JOIN LATERAL (
      (SELECT starts_at, ends_at, booking_id FROM claims
        WHERE unit_id = unit.id AND released_at IS NULL AND starts_at < $3::timestamptz ORDER BY starts_at DESC LIMIT 1)
      UNION ALL
      (SELECT starts_at, ends_at, booking_id FROM claims
        WHERE unit_id = unit.id AND released_at IS NULL AND starts_at >= $3::timestamptz AND starts_at < $4::timestamptz)
    ) c
    ${behind}
  ) held
  WHERE r.location_id = $1 AND r.archived_at IS NULL AND units.list IS NOT NULL
  ORDER BY r.sort_order, r.name, r.id`;

// Whether something is free, and nothing else: of each claim the place of its unit and two numbers, and no look at its booking.
// A hold that is over still has its claim until a job or the next booking takes it away, so those few are looked up first.
const BETWEEN_INSTANTS = `
  WITH expired AS MATERIALIZED (SELECT id FROM bookings WHERE status = 'held' AND hold_expires_at <= $2)
  ${occupancySql(
    `array_to_json(array_agg(ARRAY[unit.place, ${ms("c.starts_at")}, ${ms("c.ends_at")}]))`,
    "WHERE c.ends_at > $3 AND c.booking_id NOT IN (SELECT id FROM expired)",
  )}`;

// With the bookings behind the claims; OFFSET 0 keeps them there: a planner without statistics would read all of an
// organization's first.
const WITH_BOOKINGS = occupancySql(
  `json_agg(json_build_array(unit.place, ${ms("c.starts_at")}, ${ms("c.ends_at")}, b.id, coalesce(b.person_id = $5::uuid, false), b.status,
    b.title, b.is_title_public, ${ms("b.starts_at")}, ${ms("b.ends_at")},
    CASE WHEN $6::boolean THEN (SELECT name FROM people WHERE id = b.person_id) END) ORDER BY c.starts_at, unit.place)`,
  `CROSS JOIN LATERAL (SELECT * FROM bookings WHERE id = c.booking_id OFFSET 0) b
    WHERE c.ends_at > $3 AND (b.status <> 'held' OR b.hold_expires_at > $2)`,
);

/** What holds the units of every resource of a location during a span, in no order; expired holds hold nothing. */
export async function loadOccupancy(sql: Sql, locationId: string, span: Interval, now: EpochMs): Promise<Occupancy[]> {
  const parameters = [locationId, timestamp(now), timestamp(span.start), timestamp(span.end)];
  return (await sql.query<OccupancyRow>(BETWEEN_INSTANTS, parameters)).map(occupancyOf);
}

/** The same by start, with the bookings; `readerId` says whose are "mine", null: nobody's; `seesNames`: whether they have names. */
export async function loadBookings(
  sql: Sql,
  asked: { locationId: string; span: Interval; readerId: string | null; seesNames: boolean },
  now: EpochMs,
): Promise<Occupancy<BookedUnit>[]> {
  const { locationId, span, readerId, seesNames } = asked;
  const parameters = [locationId, timestamp(now), timestamp(span.start), timestamp(span.end), readerId, seesNames];
  return (await sql.query<BookedRow>(WITH_BOOKINGS, parameters)).map(bookedOf);
}

const NO_SUCH_UNIT = "A claim names a place that its resource has no unit at.";

interface OccupancyRow {
  resource: ResourceView;
  occupied: [place: number, start: EpochMs, end: EpochMs][] | null;
}

function occupancyOf({ resource, occupied }: OccupancyRow): Occupancy {
  const unitIds = resource.units.map((unit) => unit.id);
  return {
    resource,
    occupied: (occupied ?? []).map(([place, start, end]) => ({
      unitId: expectDefined(unitIds[place - 1], NO_SUCH_UNIT),
      claim: { start, end },
    })),
  };
}

interface BookedRow {
  resource: ResourceView;
  /** Only these: what is cancelled, declined, expired or deleted has no claim that stands (bookings_hold_what_they_promise). */
  occupied:
    | [
        place: number,
        claimStart: EpochMs,
        claimEnd: EpochMs,
        bookingId: string,
        isMine: boolean,
        status: OccupyingBooking["status"],
        title: string,
        isTitlePublic: boolean,
        start: EpochMs,
        end: EpochMs,
        personName: string | null,
      ][]
    | null;
}

function bookedOf({ resource, occupied }: BookedRow): Occupancy<BookedUnit> {
  return {
    resource,
    occupied: (occupied ?? []).map(
      ([place, from, to, id, isMine, status, title, isTitlePublic, start, end, personName]) => ({
        unitId: expectDefined(resource.units[place - 1], NO_SUCH_UNIT).id,
        claim: { start: from, end: to },
        booking: { id, isMine, status, title, isTitlePublic, personName, slot: { start, end } },
      }),
    ),
  };
}
