import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, anOrganization, aPerson, aRate, aResource } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";

// Lord Howe is 11 hours ahead in summer: its Thursday 26 November begins on Wednesday 13:00 UTC.
export const ZONE = "Australia/Lord_Howe";
export const DATE = "2026-11-26";
export const at = (time: string) =>
  Temporal.PlainDateTime.from(`${DATE}T${time}`).toZonedDateTime(ZONE).toInstant().toString();
export const iso = (time: string) => new Date(at(time)).toISOString();

/** A location from 8 to 19 with two rooms, three desks and Ana. */
export interface Space {
  owner: TestDatabase["owner"];
  organizationId: string;
  locationId: string;
  ana: Awaited<ReturnType<typeof aPerson>>;
  lantern: Awaited<ReturnType<typeof aResource>>;
  hall: Awaited<ReturnType<typeof aResource>>;
  desks: Awaited<ReturnType<typeof aResource>>;
}

export async function aSpace({ owner }: Pick<TestDatabase, "owner">): Promise<Space> {
  const organizationId = (await anOrganization(owner)).id;
  const { id: locationId } = await aLocation(owner, organizationId, { timeZone: ZONE, hours: [480, 1140] });
  const lantern = await aResource(owner, organizationId, locationId, {
    name: "Lantern",
    capacity: 6,
    features: ["screen"],
  });
  const hall = await aResource(owner, organizationId, locationId, {
    name: "Hall",
    capacity: 20,
    features: ["screen", "whiteboard"],
  });
  const desks = await aResource(owner, organizationId, locationId, {
    name: "Desks",
    kind: "hot_desk",
    capacity: 1,
    unitCount: 3,
  });
  const ana = await aPerson(owner, organizationId);
  await aRate(owner, organizationId, locationId, { price_minor: 2400 });
  return { owner, organizationId, locationId, ana, lantern, hall, desks };
}

export interface Taken {
  resource: { id: string; unitIds: string[] };
  from: string;
  to: string;
  unit?: number;
  personId?: string | null;
  title?: string;
  isPublic?: boolean;
  status?: "held" | "pending_approval" | "confirmed";
  holdExpiresAt?: string | null;
  bufferMinutes?: number;
}

/** A booking with its claim, past all rules. Returns its id. */
export async function take({ owner, organizationId, locationId }: Space, taken: Taken): Promise<string> {
  const {
    resource,
    from,
    to,
    unit = 0,
    personId = null,
    title = "Design crit",
    isPublic = false,
    status = "confirmed",
    holdExpiresAt = null,
  } = taken;
  const id = newId();
  await owner.query(
    `INSERT INTO bookings (id, organization_id, location_id, resource_id, person_id, status, starts_at, ends_at, title, is_title_public, hold_expires_at, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now(), now())`,
    [id, organizationId, locationId, resource.id, personId, status, from, to, title, isPublic, holdExpiresAt],
  );
  await owner.query(
    `INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6::timestamptz + make_interval(mins => $7))`,
    [newId(), organizationId, id, resource.unitIds[unit], from, to, taken.bufferMinutes ?? 0],
  );
  return id;
}
