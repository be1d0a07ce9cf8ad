import type pg from "pg";
import { BILLING_INVARIANTS } from "./billing-invariants.ts";
import { CHARGE_INVARIANTS } from "./charge-invariants.ts";
import { BOOKING_CREDIT_INVARIANTS } from "./booking-credit-invariants.ts";
import { COPIER_INVARIANTS } from "./copier-invariants.ts";
import { CREDIT_INVARIANTS } from "./credit-invariants.ts";
import { FOREIGN_REFERENCES, INVARIANTS } from "./invariants.ts";

export interface Finding {
  invariant: string;
  /** At most ten of the rows that break it, as the database gave them. */
  rows: Record<string, unknown>[];
  count: number;
}

interface Reference {
  child: string;
  child_column: string;
  parent: string;
  parent_column: string;
}

type Connection = Pick<pg.ClientBase, "query">;

/**
 * Checks every invariant on a database, as its owner (who sees all organizations). Returns what is broken: nothing,
 * on a sound database. `told` hears each one as it is done.
 */
export async function checkInvariants(
  owner: Connection,
  told: (name: string, isSound: boolean) => void = () => {},
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, sql } of [
    ...INVARIANTS,
    ...CREDIT_INVARIANTS,
    ...CHARGE_INVARIANTS,
    ...BILLING_INVARIANTS,
    ...BOOKING_CREDIT_INVARIANTS,
    ...COPIER_INVARIANTS,
    ...(await referenceInvariants(owner)),
  ]) {
    const { rows } = await owner.query<Record<string, unknown>>(sql);
    if (rows.length > 0) findings.push({ invariant: name, rows: rows.slice(0, 10), count: rows.length });
    told(name, rows.length === 0);
  }
  return findings;
}

/** One invariant for each foreign key, read from the catalog, so that a new table is covered on the day it appears. */
async function referenceInvariants(owner: Connection): Promise<{ name: string; sql: string }[]> {
  const { rows } = await owner.query<Reference>(FOREIGN_REFERENCES);
  return rows.map(({ child, child_column, parent, parent_column }) => ({
    name: `${child}.${child_column} names a row of ${parent} in its own organization.`,
    sql: `SELECT c.${child_column} FROM ${child} c JOIN ${parent} p ON p.${parent_column} = c.${child_column} WHERE p.organization_id <> c.organization_id`,
  }));
}
