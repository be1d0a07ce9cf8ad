import { createHmac } from "node:crypto";
import type pg from "pg";
import {
  aCancellationPolicy,
  aLocation,
  anOrganization,
  aPlan,
  aRate,
  aResource,
  aRule,
} from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import type { Stage } from "./stage.ts";
import type { Wallets } from "./wallets.ts";
import { fillWallets } from "./wallets.ts";

/** A space with two locations: one to look at, with weeks of bookings, and one to book in, with as many free slots as a run needs. */
export interface Space {
  readonly organizationId: string;
  readonly lookedAtId: string;
  readonly booked: { readonly locationId: string; readonly roomIds: readonly string[] };
  readonly members: readonly Member[];
  readonly wallets: Wallets;
}

export interface Member {
  readonly personId: string;
  readonly sessionToken: string;
  /** A Cookie header with the session, signed as sign-in signs it. */
  readonly cookie: string;
}

/** Enough that nobody has more than a few bookings, whatever the limits have to count. */
const MEMBERS = 2000;
const ROOMS_TO_BOOK = 60;
const ZONE = "America/New_York";

export async function makeSpace({ owner, secret }: Stage, { isQuick }: { isQuick: boolean }): Promise<Space> {
  const { id: organizationId } = await anOrganization(owner);
  const { id: planId } = await aPlan(owner, organizationId, { name: "Full-time" });
  const lookedAtId = await furnish(owner, organizationId, planId, "Old Harbour");
  const bookedId = await furnish(owner, organizationId, planId, "Rope Walk");
  const roomIds: string[] = [];
  for (let n = 1; n <= ROOMS_TO_BOOK; n++)
    roomIds.push((await aResource(owner, organizationId, bookedId, { name: `Room ${n}`, features: ["screen"] })).id);
  await writeRules(owner, organizationId);
  const members = await addMembers(owner, organizationId, planId, secret);
  const personIds = members.map((member) => member.personId);
  const wallets = await fillWallets(owner, { organizationId, planId, zone: ZONE }, personIds, isQuick);
  return { organizationId, lookedAtId, booked: { locationId: bookedId, roomIds }, members, wallets };
}

/** What a space of some size has: 24 resources of all kinds, prices by kind and time, and a cancellation policy. */
async function furnish(owner: pg.Pool, organizationId: string, planId: string, name: string): Promise<string> {
  const { id } = await aLocation(owner, organizationId, {
    name,
    timeZone: ZONE,
    taxName: "Sales tax",
    taxBasisPoints: 600,
    hours: [0, 1440],
  });
  for (let n = 1; n <= 14; n++)
    await aResource(owner, organizationId, id, {
      name: `${name} ${n}`,
      capacity: 4 + (n % 5) * 4,
      features: ["screen", "whiteboard"].slice(n % 2),
    });
  for (let n = 1; n <= 6; n++)
    await aResource(owner, organizationId, id, { name: `Booth ${n}`, kind: "booth", capacity: 1 });
  await aResource(owner, organizationId, id, {
    name: "Window desks",
    kind: "hot_desk",
    capacity: 1,
    unitCount: 12,
    assignment: "on_arrival",
  });
  for (let n = 1; n <= 3; n++)
    await aResource(owner, organizationId, id, { name: `Projector ${n}`, kind: "equipment", capacity: 1 });
  await aRate(owner, organizationId, id, { name: "Meeting room", resource_kind: "room" });
  await aRate(owner, organizationId, id, {
    name: "Evening",
    resource_kind: "room",
    price_minor: 1800,
    band_from_minute: 1020,
  });
  await aRate(owner, organizationId, id, {
    name: "Booth",
    resource_kind: "booth",
    price_minor: 600,
    audience: "non_member",
  });
  await aRate(owner, organizationId, id, { name: "Desk", resource_kind: "hot_desk", unit: "day", price_minor: 2900 });
  await aRate(owner, organizationId, id, {
    name: "Desk in your plan",
    resource_kind: "hot_desk",
    unit: "day",
    price_minor: 0,
    plan_id: planId,
  });
  await aRate(owner, organizationId, id, {
    name: "Projector",
    resource_kind: "equipment",
    unit: "day",
    price_minor: 1500,
  });
  await aCancellationPolicy(owner, organizationId, id, [
    [24, 50],
    [2, 100],
  ]);
  return id;
}

async function writeRules(owner: pg.Pool, organizationId: string): Promise<void> {
  await aRule(owner, organizationId, { name: "Quarter hours", granularity_minutes: 15, min_length_minutes: 15 });
  await aRule(owner, organizationId, { name: "Two years ahead", window_days: 730, window_mode: "end_of_day" });
  await aRule(owner, organizationId, {
    name: "Rooms: at most eight hours",
    resource_kind: "room",
    max_length_minutes: 480,
  });
  await aRule(owner, organizationId, {
    name: "Booths: two hours",
    resource_kind: "booth",
    max_length_minutes: 120,
    max_concurrent_per_person: 1,
  });
  await aRule(owner, organizationId, {
    name: "One desk at most",
    resource_kind: "hot_desk",
    max_concurrent_per_person: 1,
  });
}

async function addMembers(owner: pg.Pool, organizationId: string, planId: string, secret: string): Promise<Member[]> {
  const members = Array.from({ length: MEMBERS }, () => {
    const sessionToken = newId().replaceAll("-", "");
    return { personId: newId(), sessionToken, cookie: cookieFor(sessionToken, secret) };
  });
  const columns = [
    members.map((member) => member.personId),
    members.map((member) => member.sessionToken),
    organizationId,
    planId,
  ];
  await owner.query(
    `WITH made AS (SELECT * FROM unnest($1::uuid[], $2::text[]) AS m (person_id, token)),
     user_rows AS (INSERT INTO users (id, name, email, email_verified, created_at, updated_at)
       SELECT token, 'Ana Ferreira', token || '@example.test', true, now(), now() FROM made),
     session_rows AS (INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at)
       SELECT token, token, token, now() + interval '30 days', now(), now() FROM made)
     INSERT INTO people (id, organization_id, user_id, name, email, role, status, plan_id, created_at)
     SELECT person_id, $3, token, 'Ana Ferreira', token || '@example.test', 'member', 'active', $4, now() FROM made`,
    columns,
  );
  return members;
}

/** As in the API's sign-in/cookie.ts, for a server on http. */
function cookieFor(token: string, secret: string): string {
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `session=${encodeURIComponent(`${token}.${signature}`)}`;
}
