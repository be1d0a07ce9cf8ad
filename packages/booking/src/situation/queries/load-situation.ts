import type { SpendableRow } from "@working-social/credits/rules";
import { needsOpening, spendableLots } from "@working-social/credits/rules";
import type { Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { EpochMs, Interval, Scope } from "@working-social/kernel";
import { formatInstant, notFound, parseInstant } from "@working-social/kernel";
import type { BookingRuleView } from "../../booking-rules/schema.ts";
import type { CancellationPolicyView } from "../../cancellation/schema.ts";
import type { LocationView, OpeningException, WeeklyInterval } from "../../locations/schema.ts";
import type { RateView } from "../../rates/schema.ts";
import type { ResourceView, UnitView } from "../../resources/schema.ts";
import type { BookingSituation, HoursOf, RulePerson, UsageBooking } from "../../rules/situation.ts";
import {
  SITUATION_AROUND_RESOURCES,
  SITUATION_OF_CHANGE,
  SITUATION_OF_LOCATION,
  SITUATION_OF_RESOURCE,
} from "./situation-sql.ts";

/**
 * Whose and what: a resource, or all of a location. Without a person: as somebody without plan, team and bookings.
 * `exceptBookingId`: a change, for which what this booking has taken and been promised counts as free.
 */
export type SituationRequest = ({ resourceId: string; exceptBookingId?: string } | { locationId: string }) & {
  personId: string | null;
  /** The time that matters: exceptions of the opening hours are read for its dates and a few around them. */
  span: Interval;
};

export interface LoadedSituation {
  situation: BookingSituation;
  /** null when nobody was asked for. */
  personName: string | null;
  /** Suspended people keep the bookings they have; they make no others. */
  isSuspended: boolean;
  /** The person's or the team's credits of this period are not there yet: who spends opens it first. */
  needsOpening: boolean;
}

type LoadedPerson = RulePerson & { name: string; status: "invited" | "active" | "suspended" };

interface SituationRow {
  location: LocationView | null;
  person: LoadedPerson | null;
  resources: (Omit<ResourceView, "units"> & { units: UnitView[] | null })[];
  weekly: ({ resourceId: string | null } & WeeklyInterval)[];
  exceptions: ({ resourceId: string | null } & OpeningException)[];
  rules: BookingRuleView[];
  rates: RateView[];
  policies: CancellationPolicyView[];
  usage: UsageBooking[];
  spendable: SpendableRow | null;
}

const DAY_MS = 86_400_000;
/** Local dates reach a day beyond those of UTC, and hours of a date may reach into the next two. */
const DATES_AROUND = 3;
const NOBODY: RulePerson = { id: "00000000-0000-0000-0000-000000000000", role: "member", planId: null, teamId: null };

/**
 * Everything that the rules need, in one round trip. Refuses with not_found for a resource, location or person that
 * is not in the scope's organization.
 */
export async function loadSituation(
  sql: Sql,
  scope: Pick<Scope, "organizationId" | "clock">,
  request: SituationRequest & { resourceId: string },
): Promise<LoadedSituation & { resource: ResourceView }>;
export async function loadSituation(
  sql: Sql,
  scope: Pick<Scope, "organizationId" | "clock">,
  request: SituationRequest & { locationId: string },
): Promise<LoadedSituation & { resources: ResourceView[] }>;
export async function loadSituation(
  sql: Sql,
  scope: Pick<Scope, "organizationId" | "clock">,
  request: SituationRequest,
) {
  const isOfResource = "resourceId" in request;
  const statement = isOfResource ? SITUATION_OF_RESOURCE : SITUATION_OF_LOCATION;
  const { row, ...loaded } = await readSituation(sql, scope, statement, request);
  const resources = row.resources.map((resource) => ({ ...resource, units: resource.units ?? [] }));
  if (!isOfResource) return { ...loaded, resources };
  const [resource] = resources;
  if (!resource) throw notFound("resource");
  return { ...loaded, resource };
}

/** The same of a location, for who reads its resources elsewhere. */
export async function loadSituationAround(
  sql: Sql,
  scope: Pick<Scope, "organizationId" | "clock">,
  request: SituationRequest & { locationId: string },
): Promise<LoadedSituation> {
  const { row: _, ...loaded } = await readSituation(sql, scope, SITUATION_AROUND_RESOURCES, request);
  return loaded;
}

async function readSituation(
  sql: Sql,
  scope: Pick<Scope, "organizationId" | "clock">,
  statement: string,
  request: SituationRequest,
): Promise<LoadedSituation & { row: SituationRow }> {
  const now = scope.clock.now();
  const values = {
    organizationId: scope.organizationId,
    placeId: "resourceId" in request ? request.resourceId : request.locationId,
    personId: request.personId,
    fromDate: dateNear(request.span.start, -DATES_AROUND),
    toDate: dateNear(request.span.end, DATES_AROUND),
    now: timestamp(now),
  };
  const bookingId = "exceptBookingId" in request ? request.exceptBookingId : undefined;
  const [row] =
    bookingId === undefined
      ? await sql.query<SituationRow>(statement, values)
      : await sql.query<SituationRow>(SITUATION_OF_CHANGE, { ...values, bookingId });
  if (!row?.location) throw notFound("resourceId" in request ? "resource" : "location");
  const person = personOf(row.person, request.personId);
  const lots = spendableLots(row.spendable, now, request.span);
  return {
    row,
    situation: { ...situationOf(row, row.location, person), lots },
    personName: row.person?.name ?? null,
    isSuspended: row.person?.status === "suspended",
    needsOpening: needsOpening(row.spendable, now),
  };
}

function personOf(person: LoadedPerson | null, personId: string | null): RulePerson {
  if (personId === null) return NOBODY;
  if (!person) throw notFound("person");
  return { id: person.id, role: person.role, planId: person.planId, teamId: person.teamId };
}

function situationOf(row: SituationRow, location: LocationView, person: RulePerson): Omit<BookingSituation, "lots"> {
  const { rules, rates, policies } = row;
  return { location, person, hours: hoursOf(row), rules, rates, policies, usage: usageOf(row) };
}

export function usageOf(row: Pick<SituationRow, "usage">): UsageBooking[] {
  return row.usage.map((booking) => ({
    ...booking,
    startsAt: canonical(booking.startsAt),
    endsAt: canonical(booking.endsAt),
  }));
}

/** JSON writes a timestamptz with an offset; everywhere else an instant ends in Z. */
function canonical(iso: string): string {
  return formatInstant(parseInstant(iso));
}

/** The location's hours first, then those of each resource that has some of its own. */
function hoursOf({ weekly, exceptions }: SituationRow): HoursOf[] {
  const owners = new Map<string | null, HoursOf>([[null, { resourceId: null, weekly: [], exceptions: [] }]]);
  const ownedBy = (resourceId: string | null) => {
    const hours = owners.get(resourceId) ?? { resourceId, weekly: [], exceptions: [] };
    owners.set(resourceId, hours);
    return hours;
  };
  for (const { resourceId, ...interval } of weekly) ownedBy(resourceId).weekly.push(interval);
  for (const { resourceId, ...day } of exceptions) ownedBy(resourceId).exceptions.push(day);
  return [...owners.values()];
}

function dateNear(instant: EpochMs, days: number): string {
  return formatInstant(instant + days * DAY_MS).slice(0, 10);
}
