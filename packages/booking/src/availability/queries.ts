import type { EpochMs, Interval } from "@working-social/kernel";
import {
  authorize,
  contains,
  dayInterval,
  dayOf,
  expectDefined,
  extend,
  formatInstant,
  interval,
  may,
  notAllowed,
  notFound,
  parseInstant,
  shift,
} from "@working-social/kernel";
import type { Context } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import type { QuoteAnswer } from "../bookings/schema.ts";
import type { BookingSituation } from "../rules/index.ts";
import { quoteBooking } from "../rules/index.ts";
import { loadSituationAround } from "../situation/queries/load-situation.ts";
import type { Reader } from "./rules/day.ts";
import { dayResource, openingOn } from "./rules/day.ts";
import { freeNowHit } from "./rules/free-now.ts";
import { bookedMinutes } from "./queries/booked-minutes.ts";
import { datesOfMonth, openMinutes } from "./rules/month.ts";
import { loadBookings, loadOccupancy } from "./queries/load-occupancy.ts";
import { within } from "./rules/occupancy.ts";
import { SeenZones } from "./queries/seen-zones.ts";
import type {
  DayInput,
  DayView,
  FreeNowInput,
  FreeNowView,
  MonthInput,
  MonthView,
  SearchInput,
  SearchView,
  SimulateInput,
} from "./schema.ts";
import type { SearchPlace } from "./rules/search.ts";
import { searchElsewhere, searchPlace, searchSpan } from "./rules/search.ts";
import { nearestVacancies, refusalsFor, requestFor, slotView } from "./rules/vacancy.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** A slot at the edge of a span keeps buffers beyond it, of at most a day, in which somebody else may be. */
const FURTHEST_BUFFERS = [DAY_MINUTES, DAY_MINUTES] as const;

const zones = new SeenZones();

/** Everything that a day's timeline shows. Refuses with not_found where there is no such location. */
export async function dayView(ctx: Context, { locationId, date }: DayInput): Promise<DayView> {
  authorize(ctx, ...dayView.needs);
  const reader = readerOf(ctx);
  const bookingsIn = (span: Interval) =>
    loadBookings(
      read(ctx),
      { locationId, span, readerId: reader.personId, seesNames: reader.seesAllTitles },
      ctx.clock.now(),
    );
  const presumed = zones.presumedDay(locationId, date) ?? roughDay(date);
  const [situation, around] = await Promise.all([
    situationOn(ctx, locationId, reader.personId, roughDay(date)),
    bookingsIn(presumed),
  ]);
  const day = dayInterval(date, situation.location.timeZone);
  zones.saw(locationId, situation.location.timeZone);
  const occupancies = contains(presumed, day) ? around : await bookingsIn(day);
  const opening = openingOn(situation, day);
  return {
    location: situation.location,
    date,
    startsAt: formatInstant(day.start),
    endsAt: formatInstant(day.end),
    resources: occupancies.map((occupancy) =>
      dayResource(opening(occupancy.resource.id), within(occupancy, day), day, reader),
    ),
    situation,
  };
}
dayView.needs = ["useSpace"] as const;

/** How full each day of a month is, in open and booked minutes over all units; and the reader's own bookings in it. */
export async function monthView(ctx: Context, { locationId, resourceId, month }: MonthInput): Promise<MonthView> {
  authorize(ctx, ...monthView.needs);
  const { personId } = readerOf(ctx);
  const sql = read(ctx);
  const span = { start: roughDay(`${month}-01`).start, end: shift(roughDay(`${month}-01`), 32 * DAY_MINUTES).end };
  const situation = await situationOn(ctx, locationId, personId, span);
  const zone = situation.location.timeZone;
  const days = datesOfMonth(month, zone);
  const [booked, resources, mine] = await Promise.all([
    bookedMinutes(sql, { locationId, resourceId }, days, ctx.clock.now()),
    sql.query<{ id: string; unitCount: number }>(UNIT_COUNTS, [locationId, resourceId]),
    sql.query<MineRow>(MINE, [
      locationId,
      personId,
      resourceId,
      timestamp(expectDefined(days[0], NO_DAY).day.start),
      timestamp(expectDefined(days.at(-1), NO_DAY).day.end),
    ]),
  ]);
  return {
    month,
    timeZone: zone,
    days: days.map(({ date, day }, index) => ({
      date,
      openMinutes: openMinutes(situation, resources, day),
      bookedMinutes: booked.get(index) ?? 0,
      mine: mine.filter((row) => row.startsAt >= day.start && row.startsAt < day.end).map(mineView),
    })),
  };
}
monthView.needs = ["useSpace"] as const;

const NO_DAY = "A month has no day.";

const UNIT_COUNTS = `
  SELECT r.id, count(ru.unit_id)::int AS "unitCount" FROM resources r JOIN resource_units ru ON ru.resource_id = r.id
  WHERE r.location_id = $1 AND r.archived_at IS NULL AND ($2::uuid IS NULL OR r.id = $2) GROUP BY r.id`;

interface MineRow {
  id: string;
  resourceName: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  title: string;
}

const MINE = `
  SELECT b.id, r.name AS "resourceName", b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.title
  FROM bookings b JOIN resources r ON r.id = b.resource_id
  WHERE b.location_id = $1 AND b.person_id = $2 AND ($3::uuid IS NULL OR b.resource_id = $3)
    AND b.starts_at >= $4 AND b.starts_at < $5 AND b.status IN ('pending_approval', 'confirmed') ORDER BY b.starts_at`;

function mineView(row: MineRow): MonthView["days"][number]["mine"][number] {
  return { ...row, startsAt: formatInstant(row.startsAt), endsAt: formatInstant(row.endsAt) };
}

/** "A room for 6 with a screen, tomorrow 14:00, 90 minutes": free ones with their price, else the nearest alternatives. */
export async function searchSpace(ctx: Context, input: SearchInput): Promise<SearchView> {
  authorize(ctx, ...searchSpace.needs);
  const start = parseInstant(input.startsAt);
  const slot = interval(start, start + input.durationMinutes * MINUTE_MS);
  const now = ctx.clock.now();
  const view = searchPlace(await loadPlace(ctx, input.locationId, searchSpan(slot)), slot, input, now);
  if (view.free.length > 0) return view;
  const others = await read(ctx).query<{ id: string }>(
    "SELECT id FROM locations WHERE id <> $1 AND archived_at IS NULL ORDER BY name LIMIT 5",
    [input.locationId],
  );
  const places = await Promise.all(others.map(({ id }) => loadPlace(ctx, id, slot)));
  const byLocation = places.flatMap((place) => searchElsewhere(place, slot, input, now));
  return { ...view, alternatives: { ...view.alternatives, byLocation } };
}
searchSpace.needs = ["useSpace"] as const;

/** What can be had from now on with one tap, the soonest taken last. */
export async function freeNow(ctx: Context, { locationId }: FreeNowInput): Promise<FreeNowView> {
  authorize(ctx, ...freeNow.needs);
  const now = ctx.clock.now();
  const { situation, occupancies } = await loadPlace(ctx, locationId, {
    start: now,
    end: now + DAY_MINUTES * MINUTE_MS,
  });
  const today = dayOf(now, situation.location.timeZone);
  const hits = occupancies.flatMap((occupancy) => freeNowHit(situation, occupancy, now, today) ?? []);
  return { now: formatInstant(now), hits };
}
freeNow.needs = ["useSpace"] as const;

/** "Could Ana book Room 2 on Friday 19:00?", for those who help or make the rules: as Ana, without staff's privileges. */
export async function simulateBooking(ctx: Context, input: SimulateInput): Promise<QuoteAnswer> {
  authorize(ctx, ...simulateBooking.needs);
  const [resource] = await read(ctx).query<{ location_id: string }>("SELECT location_id FROM resources WHERE id = $1", [
    input.resourceId,
  ]);
  if (!resource) throw notFound("resource");
  const slot = interval(parseInstant(input.startsAt), parseInstant(input.endsAt));
  const now = ctx.clock.now();
  const { situation, occupancies } = await loadPlace(ctx, resource.location_id, searchSpan(slot), input.personId);
  const occupancy = occupancies.find((candidate) => candidate.resource.id === input.resourceId);
  if (!occupancy) return { isBookable: false, quote: null, refusals: [{ code: "resource_archived" }], suggestions: [] };
  const quote = quoteBooking(situation, occupancy.resource, slot);
  const refusals = refusalsFor(situation, occupancy, slot, now);
  if (refusals.length === 0) return { isBookable: true, quote };
  const nearest = nearestVacancies(situation, occupancy, requestFor(occupancy.resource, slot, now), {
    count: 3,
    searchDays: 2,
  });
  return {
    isBookable: false,
    quote,
    refusals,
    suggestions: nearest.map((found) => slotView(occupancy.resource, found)),
  };
}
simulateBooking.needs = ["manageBookings", "manageSpace"] as const;

/** What the rules need and what is taken, in two statements side by side. */
async function loadPlace(
  ctx: Context,
  locationId: string,
  span: Interval,
  personId = readerOf(ctx).personId,
): Promise<SearchPlace> {
  const [situation, occupancies] = await Promise.all([
    situationOn(ctx, locationId, personId, span),
    loadOccupancy(read(ctx), locationId, extend(span, ...FURTHEST_BUFFERS), ctx.clock.now()),
  ]);
  return { situation, occupancies };
}

async function situationOn(
  ctx: Context,
  locationId: string,
  personId: string | null,
  span: Interval,
): Promise<BookingSituation> {
  if (personId === null) throw notAllowed("availability");
  const { situation } = await loadSituationAround(read(ctx), ctx, { locationId, personId, span });
  return situation;
}

/** A span that holds the local date in every zone of the world (UTC-12 to UTC+14). */
function roughDay(date: string): Interval {
  const utc = dayInterval(date, "UTC");
  return { start: shift(utc, -14 * 60).start, end: shift(utc, 12 * 60).end };
}

function readerOf({ actor }: Context): Reader {
  return {
    personId: actor.kind === "person" ? actor.personId : null,
    seesAllTitles: may(actor, "manageBookings"),
  };
}
