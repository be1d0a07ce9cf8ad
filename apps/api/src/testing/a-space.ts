import { createHash, randomBytes } from "node:crypto";
import type { TestDatabase } from "@working-social/db/testing";
import {
  aCancellationPolicy,
  aLocation,
  anOrganization,
  aPerson,
  aPlan,
  aRate,
  aResource,
  aRule,
  aTeam,
} from "@working-social/db/testing";
import { newId } from "@working-social/kernel";

/** One row of everything that an id in an input can name. */
export interface Space {
  organizationId: string;
  locationId: string;
  resourceId: string;
  unitId: string;
  personId: string;
  teamId: string;
  planId: string;
  ruleId: string;
  rateId: string;
  policyId: string;
  /** Somebody's booking, tomorrow. */
  bookingId: string;
  feedId: string;
  floorId: string;
  printDeviceId: string;
  printKioskId: string;
  /** Somebody's job that was printed and never counted. */
  printJobId: string;
  printProblemId: string;
  packId: string;
  /** Of the location. */
  sellerId: string;
  /** Sells nowhere. */
  idleSellerId: string;
  /** An item. */
  productId: string;
  /** Of the team; with a VAT id. */
  accountId: string;
  planVersionId: string;
  /** Of the person, for as long as they like, and billed from tomorrow on. */
  contractId: string;
}

export async function aSpace({ owner }: TestDatabase): Promise<Space> {
  const { id: organizationId } = await anOrganization(owner);
  const { id: locationId } = await aLocation(owner, organizationId);
  const { id: resourceId, unitIds } = await aResource(owner, organizationId, locationId);
  const { id: personId } = await aPerson(owner, organizationId);
  const { id: teamId } = await aTeam(owner, organizationId);
  const { id: planId } = await aPlan(owner, organizationId);
  const { id: ruleId } = await aRule(owner, organizationId, { max_length_minutes: 480 });
  const { id: rateId } = await aRate(owner, organizationId, locationId);
  const { id: policyId } = await aCancellationPolicy(owner, organizationId, locationId, [[24, 50]]);
  const unitId = unitIds[0] ?? "";
  const bookingId = await aBooking(owner, { organizationId, locationId, resourceId, unitId, personId });
  const feedId = newId();
  await owner.query(
    "INSERT INTO calendar_feeds (id, organization_id, kind, person_id, name, token_hash, created_at) VALUES ($1, $2, 'person', $3, 'Mine', $4, now())",
    [feedId, organizationId, personId, createHash("sha256").update(randomBytes(32)).digest()],
  );
  const floorId = newId();
  await owner.query(
    "INSERT INTO floors (id, organization_id, location_id, name, width_cm, height_cm, created_at) VALUES ($1, $2, $3, 'Ground floor', 2000, 1200, now())",
    [floorId, organizationId, locationId],
  );
  const packId = newId();
  await owner.query(
    `INSERT INTO credit_packs (id, organization_id, name, unit, quantity, resource_ids, resource_kinds, location_ids, price_minor, price_currency, created_at)
     VALUES ($1, $2, '100 pages', 'mono_pages', 100, '{}', '{}', '{}', 900, 'USD', now())`,
    [packId, organizationId],
  );
  const sellers = await twoSellers(owner, organizationId);
  const productId = newId();
  await owner.query(
    "INSERT INTO products (id, organization_id, kind, name, unit_code, created_at) VALUES ($1, $2, 'item', 'Locker', 'MON', now())",
    [productId, organizationId],
  );
  const contract = await aContract(owner, { organizationId, locationId, personId, planId });
  const printing = await aPrintedJob(owner, { organizationId, locationId, personId });
  return {
    organizationId,
    locationId,
    resourceId,
    unitId,
    personId,
    teamId,
    planId,
    ruleId,
    rateId,
    policyId,
    bookingId,
    feedId,
    floorId,
    packId,
    ...sellers,
    productId,
    accountId: await anAccount(owner, teamId),
    ...contract,
    ...printing,
  };
}

async function anAccount(owner: TestDatabase["owner"], teamId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `WITH account AS (SELECT id, organization_id FROM billing_accounts WHERE team_id = $1), details AS (INSERT INTO billing_details
       (account_id, organization_id, vat_id) SELECT id, organization_id, 'DE136695976' FROM account) SELECT id FROM account`,
    [teamId],
  );
  return rows[0]?.id ?? "";
}

async function twoSellers(
  owner: TestDatabase["owner"],
  organizationId: string,
): Promise<Pick<Space, "sellerId" | "idleSellerId">> {
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM sellers WHERE organization_id = $1", [
    organizationId,
  ]);
  const idleSellerId = newId();
  await owner.query(
    "INSERT INTO sellers (id, organization_id, legal_name, created_at) VALUES ($1, $2, 'Annex', now())",
    [idleSellerId, organizationId],
  );
  return { sellerId: rows[0]?.id ?? "", idleSellerId };
}

async function aContract(
  owner: TestDatabase["owner"],
  {
    organizationId,
    locationId,
    personId,
    planId,
  }: Pick<Space, "organizationId" | "locationId" | "personId" | "planId">,
): Promise<Pick<Space, "planVersionId" | "contractId">> {
  const [planVersionId, contractId, lineId] = [newId(), newId(), newId()];
  await owner.query(
    `INSERT INTO plan_versions (id, organization_id, plan_id, ordinal, interval_months, currency, price_mode, created_at)
     VALUES ($1, $2, $3, 1, 1, 'USD', 'gross', now())`,
    [planVersionId, organizationId, planId],
  );
  await owner.query(
    "INSERT INTO plan_prices (organization_id, plan_version_id, from_period, price_minor) VALUES ($1, $2, 0, 20000)",
    [organizationId, planVersionId],
  );
  await owner.query(
    `INSERT INTO contracts (id, organization_id, kind, person_id, billing_account_id, location_id, currency, price_mode, starts_on, interval_months, bill_from, created_at)
     SELECT $1, $2, 'membership', $3, a.id, $4, 'USD', 'gross', current_date + 1, 1, current_date + 1, now() FROM billing_accounts a WHERE a.person_id = $3`,
    [contractId, organizationId, personId, locationId],
  );
  await owner.query(
    "INSERT INTO contract_lines (id, organization_id, contract_id, position, kind) VALUES ($1, $2, $3, 0, 'plan')",
    [lineId, organizationId, contractId],
  );
  await owner.query(
    `INSERT INTO contract_terms (id, organization_id, line_id, valid_from, plan_version_id, plan_id, unit_price_minor, created_at)
     VALUES ($1, $2, $3, current_date + 1, $4, $5, 20000, now())`,
    [newId(), organizationId, lineId, planVersionId, planId],
  );
  return { planVersionId, contractId };
}

type PrintPlace = Pick<Space, "organizationId" | "locationId" | "personId">;

async function aPrintedJob(
  owner: TestDatabase["owner"],
  { organizationId, locationId, personId }: PrintPlace,
): Promise<Pick<Space, "printDeviceId" | "printKioskId" | "printJobId" | "printProblemId">> {
  const [printDeviceId, printKioskId, printJobId, printProblemId] = [newId(), newId(), newId(), newId()];
  await owner.query(
    `INSERT INTO print_devices (id, organization_id, location_id, name, token_hash, default_colour, default_paper_size, created_at)
     VALUES ($1, $2, $3, 'Copier', $4, 'mono', 'A4', now())`,
    [printDeviceId, organizationId, locationId, randomBytes(32)],
  );
  await owner.query(
    "INSERT INTO print_kiosks (id, organization_id, device_id, name, token_hash, created_at) VALUES ($1, $2, $3, 'Kiosk', $4, now())",
    [printKioskId, organizationId, printDeviceId, randomBytes(32)],
  );
  await owner.query(
    `INSERT INTO print_jobs (id, organization_id, location_id, device_id, print_key, printer, reported_user, user_key, person_id, colour, paper_size,
       is_duplex, copies, counted_sides, status, currency, printed_at, created_at)
     VALUES ($1, $2, $3, $4, 'Copier/1@1', 'Copier', 'ana', 'ana', $5, 'mono', 'A4', false, 1, 0, 'uncounted', 'USD', now(), now())`,
    [printJobId, organizationId, locationId, printDeviceId, personId],
  );
  await owner.query(
    `INSERT INTO print_log_problems (id, organization_id, device_id, problem_key, code, line, created_at) VALUES ($1, $2, $3, '1', 'torn_line', 'x', now())`,
    [printProblemId, organizationId, printDeviceId],
  );
  return { printDeviceId, printKioskId, printJobId, printProblemId };
}

type BookingPlace = Pick<Space, "organizationId" | "locationId" | "resourceId" | "unitId" | "personId">;

/** A confirmed booking from tomorrow 10:00 UTC on, past all rules. */
export async function aBooking(
  owner: TestDatabase["owner"],
  place: BookingPlace,
  hoursFromTomorrow = 10,
): Promise<string> {
  const id = newId();
  const slot = [`tomorrow`, `${hoursFromTomorrow} hours`, `${hoursFromTomorrow + 1} hours`];
  const { organizationId, locationId, resourceId, unitId, personId } = place;
  await owner.query(
    `INSERT INTO bookings (id, organization_id, location_id, resource_id, person_id, starts_at, ends_at, status, title, is_title_public, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6::timestamptz + $7::interval, $6::timestamptz + $8::interval, 'confirmed', 'Review', false, now(), now())`,
    [id, organizationId, locationId, resourceId, personId, ...slot],
  );
  await owner.query(
    `INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at)
     VALUES ($1, $2, $3, $4, $5::timestamptz + $6::interval, $5::timestamptz + $7::interval)`,
    [newId(), organizationId, id, unitId, ...slot],
  );
  return id;
}
