import type pg from "pg";

/** One kind of lot that some people have. */
export interface GeneratedLots {
  readonly organizationId: string;
  readonly personIds: readonly string[];
  readonly unit: "room_minutes" | "day_passes";
  readonly quantity: number;
  /** For each of the people. */
  readonly lotsEach: number;
  /** Given and used to the last unit, one lot a day back from today; else untouched. */
  readonly isUsedUp: boolean;
  /** Every second lot is of this plan and over by now; the others have no end. */
  readonly planId: string;
}

const MAKE = `
  CREATE TEMP TABLE made ON COMMIT DROP AS
  SELECT uuidv7() AS lot_id, uuidv7() AS grant_id, uuidv7() AS use_id, person_id, nth,
    $3::boolean AND nth % 2 = 1 AS is_of_plan, now() - nth * interval '1 day' - interval '1 hour' AS given_at
  FROM unnest($1::uuid[]) AS person_id CROSS JOIN generate_series(1, $2::int) nth ORDER BY nth, person_id`;

const LOTS = `
  INSERT INTO credit_lots (id, organization_id, person_id, unit, source, label, starts_at, expires_at, resource_ids, resource_kinds, location_ids,
    plan_id, created_at)
  SELECT lot_id, $1, person_id, $2::credit_unit, CASE WHEN is_of_plan THEN 'plan' ELSE 'pack' END::credit_source, 'Ten hours',
    CASE WHEN is_of_plan THEN given_at END, CASE WHEN is_of_plan THEN given_at + interval '1 day' END, '{}', '{}', '{}',
    CASE WHEN is_of_plan THEN $3::uuid END, given_at FROM made`;

const BALANCES = `
  INSERT INTO credit_balances (organization_id, lot_id, owner_id, balance, is_overdraft)
  SELECT $1, lot_id, person_id, CASE WHEN $3 THEN 0 ELSE $2::bigint END, false FROM made`;

const GRANTS = `
  INSERT INTO credit_transfers (id, organization_id, kind, unit, requested, cause_type, cause_id, cause_label, idempotency_key, posted_at)
  SELECT grant_id, $1, 'grant', $2::credit_unit, $3, 'by_hand', lot_id::text, 'Ten hours', 'given ' || lot_id, given_at FROM made`;

const USES = `
  INSERT INTO credit_transfers (id, organization_id, kind, unit, requested, person_id, cause_type, cause_id, cause_label, used_at, idempotency_key, posted_at)
  SELECT use_id, $1, 'consume', $2::credit_unit, $3, person_id, 'by_hand', use_id::text, 'Used', given_at + interval '1 hour', 'used ' || lot_id,
    given_at + interval '1 hour' FROM made`;

const entries = (transfer: string, lot: number, other: string) => `
  INSERT INTO credit_entries (id, organization_id, transfer_id, account, lot_id, quantity, position)
  SELECT uuidv7(), $1, ${transfer}, e.account::credit_account, CASE WHEN e.position = 1 THEN lot_id END, e.quantity, e.position
  FROM made CROSS JOIN (VALUES ('lot', ${lot} * $2::bigint, 1), ('${other}', ${-lot} * $2::bigint, 2)) AS e(account, quantity, position)`;

const USAGES = `
  INSERT INTO credit_usages (organization_id, cause_type, cause_id, lot_id, quantity)
  SELECT $1, 'by_hand', use_id::text, lot_id, $2::bigint FROM made`;

/**
 * Lots as grants and usage would have left them: set by set, as the owner. Triggers and foreign keys are off for it, so the
 * balances that triggers would keep are written here.
 */
export async function generateLots(owner: pg.Pool, wish: GeneratedLots): Promise<void> {
  const { organizationId, personIds, unit, quantity, lotsEach, isUsedUp, planId } = wish;
  const client = await owner.connect();
  try {
    await client.query("BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL work_mem = '256MB'");
    await client.query(MAKE, [personIds, lotsEach, isUsedUp]);
    await client.query(LOTS, [organizationId, unit, planId]);
    await client.query(BALANCES, [organizationId, quantity, isUsedUp]);
    await client.query(GRANTS, [organizationId, unit, quantity]);
    await client.query(entries("grant_id", 1, "issued"), [organizationId, quantity]);
    if (isUsedUp) {
      await client.query(USES, [organizationId, unit, quantity]);
      await client.query(entries("use_id", -1, "used"), [organizationId, quantity]);
      await client.query(USAGES, [organizationId, quantity]);
    }
    await client.query("COMMIT");
  } finally {
    client.release(true); // the settings, and a failed transaction, go with it
  }
}

const PERIODS = `
  INSERT INTO credit_periods (id, organization_id, person_id, plan_id, starts_at, ordinal, opened_at)
  SELECT uuidv7(), $1, p.id, p.plan_id, date_trunc('month', now() AT TIME ZONE $2) AT TIME ZONE $2, 0, now()
  FROM people p WHERE p.organization_id = $1 AND p.plan_id IS NOT NULL`;

/** The present period of everybody with a plan is open, as the job would have left it: no booking has to open it. */
export async function openEverybodysPeriod(owner: pg.Pool, organizationId: string, zone: string): Promise<void> {
  await owner.query(PERIODS, [organizationId, zone]);
}
