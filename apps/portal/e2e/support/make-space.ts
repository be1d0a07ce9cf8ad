import { createHmac, randomUUID } from "node:crypto";
import {
  aCancellationPolicy,
  aLocation,
  anOrganization,
  aPerson,
  aPlan,
  aRate,
  aResource,
  aRule,
} from "@working-social/db/testing";
import type { Role } from "@working-social/kernel";
import type { ControlContext } from "./control.ts";

export interface SpaceWish {
  /** Of the organization. */
  name?: string;
  locationName?: string;
  /** Wall-clock minutes of each day; all day unless said. */
  hours?: [number, number];
  timeZone?: string;
}

export interface TestPerson {
  personId: string;
  userId: string;
  name: string;
  email: string;
  token: string;
  /** The value of the session cookie. */
  cookie: string;
}

export interface TestSpace {
  organizationId: string;
  locationId: string;
  timeZone: string;
  /** By name: Lantern (6, screen), Cooper (4, whiteboard), Booth 2 (1), Window desks (3 of them). */
  resources: Record<string, string>;
  ana: TestPerson;
  jonas: TestPerson;
  /** Community manager. */
  mira: TestPerson;
  /** Front desk. */
  priya: TestPerson;
}

const rooms = [
  { name: "Lantern", kind: "room", capacity: 6, features: ["screen"] },
  { name: "Cooper", kind: "room", capacity: 4, features: ["whiteboard"] },
  { name: "Booth 2", kind: "booth", capacity: 1, features: ["quiet"] },
  { name: "Window desks", kind: "hot_desk", capacity: 1, unitCount: 3 },
] as const;

/** One organization for one test: $24 an hour, 6 % tax, half an hour as the step, a policy in two tiers. */
export async function makeSpace(context: ControlContext, wish: SpaceWish): Promise<TestSpace> {
  const { owner } = context;
  const { locationName = "Old Harbour", hours = [0, 1440], timeZone = "Asia/Kathmandu" } = wish;
  const { id: organizationId } = await anOrganization(owner, wish.name === undefined ? {} : { name: wish.name });
  const tax = { taxName: "Sales tax", taxBasisPoints: 600 };
  const { id: locationId } = await aLocation(owner, organizationId, { name: locationName, timeZone, hours, ...tax });
  const resources: Record<string, string> = {};
  for (const room of rooms) {
    const { id } = await aResource(owner, organizationId, locationId, {
      ...room,
      features: "features" in room ? [...room.features] : [],
    });
    resources[room.name] = id;
  }
  await aRate(owner, organizationId, locationId, { name: "Room hour", price_minor: 2400 });
  await aCancellationPolicy(owner, organizationId, locationId, [
    [4, 50],
    [1, 100],
  ]);
  await aRule(owner, organizationId, {
    name: "Half hours",
    granularity_minutes: 30,
    min_length_minutes: 30,
    max_length_minutes: 480,
  });
  const { id: planId } = await aPlan(owner, organizationId, { name: "Full-time" });
  const person = (name: string, role: Role) => aSignedIn(context, organizationId, planId, name, role);
  const ana = await person("Ana Ferreira", "member");
  const jonas = await person("Jonas Weil", "member");
  const mira = await person("Mira Solberg", "community_manager");
  const priya = await person("Priya Nair", "front_desk");
  return { organizationId, locationId, timeZone, resources, ana, jonas, mira, priya };
}

async function aSignedIn(
  { owner, secret }: ControlContext,
  organizationId: string,
  planId: string,
  name: string,
  role: Role,
): Promise<TestPerson> {
  const userId = randomUUID();
  const token = randomUUID().replaceAll("-", "");
  const email = `${name.split(" ")[0]?.toLowerCase()}-${userId}@example.test`;
  await owner.query(
    "INSERT INTO users (id, name, email, email_verified, created_at, updated_at) VALUES ($1, $2, $3, true, now(), now())",
    [userId, name, email],
  );
  await owner.query(
    "INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at) VALUES ($1, $2, $3, now() + interval '1 day', now(), now())",
    [randomUUID(), userId, token],
  );
  const { id: personId } = await aPerson(owner, organizationId, { name, email, role, planId, userId });
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return { personId, userId, name, email, token, cookie: encodeURIComponent(`${token}.${signature}`) };
}
