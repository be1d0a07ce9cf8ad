import { randomBytes } from "node:crypto";
import { createUser } from "@working-social/api/sign-in";
import {
  createBookingRule,
  createCancellationPolicy,
  createFloors,
  createLocation,
  createRate,
  createResource,
  setOpeningHours,
  updateLocation,
} from "@working-social/booking";
import type { ResourceView } from "@working-social/booking/schema";
import type { Context, Database } from "@working-social/db";
import { openDatabase, read } from "@working-social/db";
import { createPlan, createTeam, setUpOrganization } from "@working-social/directory";
import { fixedClock, formatInstant, newId, systemClock } from "@working-social/kernel";
import type { ContextOf } from "./bookings.ts";
import { bookAll } from "./bookings.ts";
import { emptyDiary } from "./diary.ts";
import { oldHarbourFloors } from "./floors.ts";
import { address, OWNER, PEOPLE, PLANS, SIGN_INS, TEAMS } from "./people.ts";
import type { DemoPlace } from "./places.ts";
import { OLD_HARBOUR, ROPE_WALK, RULES, rulesOfHalls } from "./places.ts";
import { show, showcaseOf } from "./showcase.ts";
import type { Member, Place } from "./wishes.ts";
import { usualWeeks } from "./wishes.ts";

export interface SignIn {
  name: string;
  email: string;
  password: string;
  role: string;
}

/**
 * Makes the demo space in a database without any organization, through the product's own commands. Returns the sign-ins
 * to print, with a password made for this installation alone; null when there is an organization already.
 */
export async function loadDemo(
  ownerUrl: string,
  { log }: { log: (line: string) => void },
): Promise<{ signIns: SignIn[] } | null> {
  const db = openDatabase(ownerUrl);
  try {
    const { rows } = await db.pool.query<{ done: boolean }>("SELECT has_organization() AS done");
    return rows[0]?.done ? null : { signIns: await makeSpace(db, log) };
  } finally {
    await db.close();
  }
}

async function makeSpace(db: Database, log: (line: string) => void): Promise<SignIn[]> {
  const password = `quay-${randomBytes(6).toString("hex")}`;
  const { timeZone, currency } = OLD_HARBOUR.location;
  const ownerEmail = address(OWNER.mailbox);
  const ownerUser = await createUser(db.signInPool, systemClock, { name: OWNER.name, email: ownerEmail, password });
  const setUp = {
    organizationName: "Quayside Works",
    locationName: OLD_HARBOUR.location.name,
    timeZone,
    currency,
    ownerName: OWNER.name,
    ownerEmail,
  };
  const { organizationId, locationId, ownerId } = await setUpOrganization(db, systemClock, setUp, ownerUser.id);
  const owner: Context = {
    db,
    organizationId,
    actor: { kind: "person", personId: ownerId, role: "owner" },
    clock: systemClock,
  };
  const plans = new Map(
    await Promise.all(PLANS.map(async (name) => [name, (await createPlan(owner, { name })).id] as const)),
  );
  const members = await addPeople(owner, plans, locationId, password);
  log("people, plans and teams");
  await updateLocation(owner, { id: locationId, ...OLD_HARBOUR.location });
  const harbour = await furnish(owner, locationId, OLD_HARBOUR, plans);
  await createFloors(owner, oldHarbourFloors(locationId, harbour));
  const { id: ropeWalkId } = await createLocation(owner, ROPE_WALK.location);
  const ropeWalk = await furnish(owner, ropeWalkId, ROPE_WALK, plans);
  for (const rule of RULES) await createBookingRule(owner, rule);
  log("two locations with rooms, desks, rules and rates");
  await fillCalendars(owner, members, { harbour, ropeWalk, plans }, log);
  return SIGN_INS.map((mailbox) => {
    const person =
      mailbox === OWNER.mailbox ? { ...OWNER, role: "owner" } : PEOPLE.find((someone) => someone.mailbox === mailbox);
    return {
      name: person?.name ?? mailbox,
      email: address(mailbox),
      password,
      role: (person?.role ?? "member").replaceAll("_", " "),
    };
  });
}

interface Furnished {
  harbour: ResourceView[];
  ropeWalk: ResourceView[];
  plans: Map<string, string>;
}

/** Some usual weeks in both locations, and one of each thing that a booking can be. */
async function fillCalendars(
  owner: Context,
  members: Map<string, Member>,
  { harbour, ropeWalk, plans }: Furnished,
  log: (line: string) => void,
): Promise<void> {
  const contextOf: ContextOf = ({ id, role }, now) => ({
    ...owner,
    actor: { kind: "person", personId: id, role },
    clock: fixedClock(formatInstant(now)),
  });
  const placeOf = ({ location, weekly }: DemoPlace, resources: ResourceView[]): Place => ({
    timeZone: location.timeZone,
    weekly,
    resources,
  });
  const places = [placeOf(OLD_HARBOUR, harbour), placeOf(ROPE_WALK, ropeWalk)] as const;
  const [now, diary] = [owner.clock.now(), emptyDiary()];
  const showcase = showcaseOf(now, places[0], members, diary);
  const wishes = places.flatMap((place) => usualWeeks(now, place, [...members.values()], diary));
  const booked = await bookAll(contextOf, wishes, now);
  // After the usual weeks: what was booked before a rule stays as it was.
  for (const rule of rulesOfHalls(harbour, plans)) await createBookingRule(owner, rule);
  await show(showcase, contextOf, now);
  log(`${booked} bookings, a hold, one that waits for approval, and one cancelled`);
}

/**
 * People who have signed in before: an invitation would send mail to addresses that can't exist. Returns those who book,
 * by their mailbox.
 */
async function addPeople(
  owner: Context,
  plans: Map<string, string>,
  homeLocationId: string,
  password: string,
): Promise<Map<string, Member>> {
  const teams = new Map<string, string>();
  for (const { name, plan } of TEAMS)
    teams.set(name, (await createTeam(owner, { name, planId: plans.get(plan) ?? null })).id);
  const added = PEOPLE.map(async ({ name, mailbox, role, plan, team }) => {
    const [id, email] = [newId(), address(mailbox)];
    const user = await createUser(owner.db.signInPool, systemClock, { name, email, password });
    await read(owner).query(
      `INSERT INTO people (id, organization_id, user_id, name, email, role, status, plan_id, team_id, home_location_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'active', $7, $8, $9, $10)`,
      [
        id,
        owner.organizationId,
        user.id,
        name,
        email,
        role,
        plans.get(plan ?? "") ?? null,
        teams.get(team ?? "") ?? null,
        homeLocationId,
        formatInstant(systemClock.now()),
      ],
    );
    return { mailbox, id, role, teamId: teams.get(team ?? "") ?? null };
  });
  const people = await Promise.all(added);
  return new Map(
    people.flatMap(({ mailbox, id, role, teamId }) =>
      role === "member" ? [[mailbox, { id, role, teamId }] as const] : [],
    ),
  );
}

async function furnish(
  owner: Context,
  locationId: string,
  place: DemoPlace,
  plans: Map<string, string>,
): Promise<ResourceView[]> {
  await setOpeningHours(owner, { locationId, resourceId: null, weekly: place.weekly, exceptions: [] });
  const resources: ResourceView[] = [];
  for (const [index, resource] of place.resources.entries()) {
    const usual = { description: null, assignment: "on_booking" as const, unitCount: 1 };
    resources.push(await createResource(owner, { ...usual, ...resource, locationId, sortOrder: (index + 1) * 10 }));
  }
  for (const { plan, resource, ...rate } of place.rates) {
    const everyone = {
      resourceKind: null,
      audience: "anyone" as const,
      weekdays: [],
      bandFromMinute: 0,
      bandToMinute: 1440,
      minimumChargeMinor: null,
    };
    const resourceId = resources.find((candidate) => candidate.name === resource)?.id ?? null;
    await createRate(owner, { ...everyone, ...rate, locationId, resourceId, planId: plans.get(plan ?? "") ?? null });
  }
  const tiers = [
    { hoursBefore: 24, feePercent: 50 },
    { hoursBefore: 2, feePercent: 100 },
  ];
  await createCancellationPolicy(owner, {
    name: "A day before",
    locationId,
    resourceKind: null,
    resourceId: null,
    tiers,
  });
  return resources;
}
