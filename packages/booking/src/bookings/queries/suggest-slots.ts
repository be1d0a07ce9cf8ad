import type { Context, Sql } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import type { EpochMs, Interval } from "@working-social/kernel";
import { durationMinutes, formatInstant, intersectAll, merge, overlaps } from "@working-social/kernel";
import type { ResourceView } from "../../resources/schema.ts";
import { fitLength } from "../../rules/grid.ts";
import { LONGEST_MINUTES } from "../../rules/bounds.ts";
import { claimSpan, limitsFor } from "../../rules/limits.ts";
import { nearestSlots } from "../../rules/nearest-slots.ts";
import { refuseBooking } from "../../rules/refuse-booking.ts";
import type { BookingSituation } from "../../rules/situation.ts";
import { loadSituation } from "../../situation/queries/load-situation.ts";
import { LONGEST_CLAIM } from "../../situation/queries/situation-sql.ts";
import type { SlotView } from "../../rules/quote-view.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** How far the nearest slots are looked for into both directions. */
const SEARCH_DAYS = 14;
/** A buffer of a day on either side, of ours and of others. */
const MARGIN_MS = 2 * DAY_MS;
const AT_OTHER_TIMES = 3;
const ELSEWHERE = 3;

export interface SuggestionRequest {
  resourceId: string;
  personId: string | null;
  slot: Interval;
  replacesBookingId: string | null;
}

/** The claims of each unit, by unit id. */
type BusyUnits = Map<string, Interval[]>;

interface Search extends SuggestionRequest {
  situation: BookingSituation;
  busy: BusyUnits;
  now: EpochMs;
}

/**
 * Slots that would pass now, as buttons: the same resource at the nearest times, then at the same time the resources of
 * the location that are of the same kind and hold as many people, fewest spare seats first.
 */
export async function suggestSlots(ctx: Context, request: SuggestionRequest): Promise<SlotView[]> {
  const { slot } = request;
  const sql = read(ctx);
  const locationId = await locationOf(sql, request.resourceId);
  if (locationId === null) return [];
  const days = {
    start: slot.start - SEARCH_DAYS * DAY_MS - MARGIN_MS,
    end: slot.end + SEARCH_DAYS * DAY_MS + LONGEST_MINUTES * MINUTE_MS,
  };
  const { situation, resources } = await loadSituation(sql, ctx, {
    locationId,
    personId: request.personId,
    span: days,
  });
  const asked = resources.find((resource) => resource.id === request.resourceId);
  if (!asked) return [];
  const similar = resources.filter(
    (other) => other.id !== asked.id && other.kind === asked.kind && other.capacity >= asked.capacity,
  );
  const lengthMinutes = Math.max(
    durationMinutes(slot),
    fitLength(limitsFor(situation, asked), durationMinutes(slot)) ?? 0,
  );
  const search: Search = { ...request, situation, busy: new Map(), now: ctx.clock.now() };
  const wide = { start: days.start, end: slot.start + SEARCH_DAYS * DAY_MS + lengthMinutes * MINUTE_MS + MARGIN_MS };
  const narrow = { start: slot.start - MARGIN_MS, end: slot.end + MARGIN_MS };
  await readBusy(sql, search, unitIdsOf([asked]), wide);
  await readBusy(sql, search, unitIdsOf(similar), narrow);
  return [...atOtherTimes(search, asked), ...elsewhere(search, similar)];
}

async function locationOf(sql: Sql, resourceId: string): Promise<string | null> {
  const [row] = await sql.query<{ locationId: string }>(
    'SELECT location_id AS "locationId" FROM resources WHERE id = $1::uuid',
    [resourceId],
  );
  return row?.locationId ?? null;
}

function unitIdsOf(resources: readonly ResourceView[]): string[] {
  return resources.flatMap((resource) => resource.units.map((unit) => unit.id));
}

/** nearestSlots goes by the times at which all units are taken; of a pool, one unit must be free for the whole slot. */
function atOtherTimes(search: Search, resource: ResourceView): SlotView[] {
  const { situation, slot, now, replacesBookingId } = search;
  const taken = takenTimes(search.busy, resource);
  for (let count = AT_OTHER_TIMES; ; count *= 4) {
    const near = nearestSlots(situation, resource, { resource, slot, now, replacesBookingId }, taken, {
      count,
      searchDays: SEARCH_DAYS,
    });
    const free = near.filter((found) => isFree(search, resource, found)).slice(0, AT_OTHER_TIMES);
    if (free.length === AT_OTHER_TIMES || near.length < count) return free.map((found) => slotView(resource, found));
  }
}

function elsewhere(search: Search, similar: readonly ResourceView[]): SlotView[] {
  const { situation, slot, now, replacesBookingId } = search;
  return similar
    .filter((resource) => refuseBooking(situation, { resource, slot, now, replacesBookingId }).length === 0)
    .filter((resource) => isFree(search, resource, slot))
    .sort((a, b) => a.capacity - b.capacity || a.name.localeCompare(b.name))
    .slice(0, ELSEWHERE)
    .map((resource) => slotView(resource, slot));
}

function isFree({ situation, busy }: Search, resource: ResourceView, slot: Interval): boolean {
  const span = claimSpan(limitsFor(situation, resource), slot);
  const isUnitFree = ({ id }: { id: string }) => !(busy.get(id) ?? []).some((claim) => overlaps(claim, span));
  return resource.allocation === "one_unit" ? resource.units.some(isUnitFree) : resource.units.every(isUnitFree);
}

/** Of a room: when any of its units is claimed; of a pool: when all are. */
function takenTimes(busy: BusyUnits, resource: ResourceView): Interval[] {
  const byUnit = resource.units.map((unit) => busy.get(unit.id) ?? []);
  if (resource.allocation === "all_units") return merge(byUnit.flat());
  const [first, ...others] = byUnit;
  return others.reduce<Interval[]>((taken, unit) => intersectAll(taken, unit), [...(first ?? [])]);
}

/** Adds the active claims of units around a span to what the search knows; holds over their time are none. */
async function readBusy(
  sql: Sql,
  { busy, now, replacesBookingId }: Search,
  unitIds: string[],
  span: Interval,
): Promise<void> {
  if (unitIds.length === 0) return;
  const rows = await sql.query<{ unitId: string; start: EpochMs; end: EpochMs }>(
    `SELECT c.unit_id AS "unitId", c.starts_at AS start, c.ends_at AS end
     FROM claims c JOIN bookings b ON b.id = c.booking_id
     WHERE c.unit_id = ANY ($1::uuid[]) AND c.released_at IS NULL AND c.booking_id IS DISTINCT FROM $2::uuid
       AND c.starts_at > $3::timestamptz - ${LONGEST_CLAIM} AND c.ends_at > $3 AND c.starts_at < $4::timestamptz
       AND NOT (b.status = 'held' AND b.hold_expires_at <= $5::timestamptz)
     ORDER BY c.unit_id, c.starts_at`,
    [unitIds, replacesBookingId, timestamp(span.start), timestamp(span.end), timestamp(now)],
  );
  for (const { unitId, start, end } of rows) {
    const claims = busy.get(unitId) ?? [];
    claims.push({ start, end });
    busy.set(unitId, claims);
  }
}

function slotView(resource: ResourceView, slot: Interval): SlotView {
  return {
    resourceId: resource.id,
    resourceName: resource.name,
    startsAt: formatInstant(slot.start),
    endsAt: formatInstant(slot.end),
  };
}
