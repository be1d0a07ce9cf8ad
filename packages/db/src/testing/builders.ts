import type pg from "pg";
import type { Actor, Role } from "@working-social/kernel";
import { newId } from "@working-social/kernel";

// Builders make the least that a test needs, as the owner, past all rules. Every test makes its own organization, so
// that tests run side by side in one database.

type Owner = Pick<pg.Pool, "query">;

async function insert(owner: Owner, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, i) => `$${i + 1}`).join(", ");
  await owner.query(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places})`, Object.values(row));
}

const LONG_AGO = "2026-01-01T00:00:00Z";

export async function anOrganization(
  owner: Owner,
  { name = "Quayside Works" } = {},
): Promise<{ id: string; slug: string }> {
  const id = newId();
  const slug = `org-${id}`;
  await insert(owner, "organizations", { id, name, slug, created_at: LONG_AGO });
  return { id, slug };
}

export interface LocationOptions {
  name?: string;
  timeZone?: string;
  currency?: string;
  taxName?: string | null;
  taxBasisPoints?: number;
  taxInclusive?: boolean;
  language?: string;
  region?: string | null;
  /** Open every day in these wall-clock minutes; null: no hours at all (closed). */
  hours?: [number, number] | null;
}

/** A location, open around the clock unless told otherwise. */
export async function aLocation(
  owner: Owner,
  organizationId: string,
  options: LocationOptions = {},
): Promise<{ id: string }> {
  const {
    timeZone = "Asia/Kathmandu",
    currency = "USD",
    taxName = null,
    taxBasisPoints = 0,
    taxInclusive = false,
    language = "en",
    region = null,
    hours = [0, 1440],
  } = options;
  const id = newId();
  await insert(owner, "locations", {
    id,
    organization_id: organizationId,
    name: options.name ?? `Old Harbour ${id}`,
    time_zone: timeZone,
    currency,
    tax_name: taxName,
    tax_basis_points: taxBasisPoints,
    tax_inclusive: taxInclusive,
    language,
    region,
    created_at: LONG_AGO,
  });
  for (let weekday = 1; hours && weekday <= 7; weekday++) {
    await insert(owner, "opening_hours", {
      id: newId(),
      organization_id: organizationId,
      location_id: id,
      weekday,
      opens_minute: hours[0],
      closes_minute: hours[1],
    });
  }
  return { id };
}

export interface ResourceOptions {
  name?: string;
  kind?: "room" | "booth" | "hot_desk" | "dedicated_desk" | "equipment";
  capacity?: number;
  features?: string[];
  unitCount?: number;
  assignment?: "on_booking" | "on_arrival";
}

/** A resource with its units: one for a room, several for a pool. */
export async function aResource(
  owner: Owner,
  organizationId: string,
  locationId: string,
  options: ResourceOptions = {},
): Promise<{ id: string; unitIds: string[] }> {
  const { kind = "room", capacity = 6, features = [], unitCount = 1, assignment = "on_booking" } = options;
  const id = newId();
  const name = options.name ?? `Lantern ${id}`;
  await insert(owner, "resources", {
    id,
    organization_id: organizationId,
    location_id: locationId,
    name,
    kind,
    capacity,
    features,
    allocation: unitCount > 1 ? "one_unit" : "all_units",
    assignment,
    created_at: LONG_AGO,
  });
  const unitIds: string[] = [];
  for (let position = 1; position <= unitCount; position++) {
    const unitId = newId();
    await insert(owner, "units", {
      id: unitId,
      organization_id: organizationId,
      location_id: locationId,
      name: unitCount > 1 ? `${name} ${position}` : name,
    });
    await insert(owner, "resource_units", {
      organization_id: organizationId,
      resource_id: id,
      unit_id: unitId,
      position,
    });
    unitIds.push(unitId);
  }
  return { id, unitIds };
}

export interface PersonOptions {
  name?: string;
  email?: string;
  role?: Role;
  planId?: string | null;
  teamId?: string | null;
  userId?: string | null;
  status?: "invited" | "active" | "suspended";
  homeLocationId?: string | null;
  language?: string | null;
  region?: string | null;
}

/** A person with the actor that a context needs. */
export async function aPerson(
  owner: Owner,
  organizationId: string,
  options: PersonOptions = {},
): Promise<{ id: string; email: string; actor: Actor }> {
  const {
    name = "Ana Ferreira",
    role = "member",
    planId = null,
    teamId = null,
    userId = null,
    status = "active",
    homeLocationId = null,
  } = options;
  // A database of before these columns has people too.
  const reading = {
    ...("language" in options && { language: options.language }),
    ...("region" in options && { region: options.region }),
  };
  const id = newId();
  const email = options.email ?? `ana-${id}@example.test`;
  await insert(owner, "people", {
    id,
    organization_id: organizationId,
    user_id: userId,
    name,
    email,
    role,
    status,
    plan_id: planId,
    team_id: teamId,
    home_location_id: homeLocationId,
    ...reading,
    created_at: LONG_AGO,
  });
  return { id, email, actor: { kind: "person", personId: id, role } };
}

export async function aPlan(
  owner: Owner,
  organizationId: string,
  { name = `Full-time ${newId()}` } = {},
): Promise<{ id: string }> {
  const id = newId();
  await insert(owner, "plans", { id, organization_id: organizationId, name, created_at: LONG_AGO });
  return { id };
}

export async function aTeam(
  owner: Owner,
  organizationId: string,
  { name = `Brightwater ${newId()}`, planId = null as string | null } = {},
): Promise<{ id: string }> {
  const id = newId();
  await insert(owner, "teams", { id, organization_id: organizationId, name, plan_id: planId, created_at: LONG_AGO });
  return { id };
}

/** Columns of booking_rules in snake case; the audience as ids. */
export async function aRule(
  owner: Owner,
  organizationId: string,
  settings: Record<string, unknown>,
  audience: { planIds?: string[]; teamIds?: string[]; roles?: Role[] } = {},
): Promise<{ id: string }> {
  const id = newId();
  await insert(owner, "booking_rules", {
    id,
    organization_id: organizationId,
    name: `Rule ${id}`,
    created_at: LONG_AGO,
    ...settings,
  });
  const entries = [
    ...(audience.planIds ?? []).map((plan_id) => ({ plan_id })),
    ...(audience.teamIds ?? []).map((team_id) => ({ team_id })),
    ...(audience.roles ?? []).map((role) => ({ role })),
  ];
  for (const entry of entries) {
    await insert(owner, "booking_rule_audiences", {
      id: newId(),
      organization_id: organizationId,
      rule_id: id,
      ...entry,
    });
  }
  return { id };
}

/** An hourly rate of a location unless `columns` say otherwise. */
export async function aRate(
  owner: Owner,
  organizationId: string,
  locationId: string,
  columns: Record<string, unknown> = {},
): Promise<{ id: string }> {
  const id = newId();
  await insert(owner, "rates", {
    id,
    organization_id: organizationId,
    location_id: locationId,
    name: "Hour",
    unit: "hour",
    price_minor: 2400,
    weekdays: [],
    created_at: LONG_AGO,
    ...columns,
  });
  return { id };
}

/** tiers: [hoursBefore, feePercent] pairs. */
export async function aCancellationPolicy(
  owner: Owner,
  organizationId: string,
  locationId: string,
  tiers: [number, number][],
  columns: Record<string, unknown> = {},
): Promise<{ id: string }> {
  const id = newId();
  await insert(owner, "cancellation_policies", {
    id,
    organization_id: organizationId,
    location_id: locationId,
    name: "Standard",
    created_at: LONG_AGO,
    ...columns,
  });
  for (const [hours_before, fee_percent] of tiers) {
    await insert(owner, "cancellation_tiers", {
      organization_id: organizationId,
      policy_id: id,
      hours_before,
      fee_percent,
    });
  }
  return { id };
}
