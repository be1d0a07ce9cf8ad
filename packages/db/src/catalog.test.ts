import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "./testing/index.ts";
import { createEmptyDatabase, createTestDatabase } from "./testing/index.ts";
import { schemaAsSql } from "./migrate.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const column = async (sql: string) => (await database.owner.query<{ name: string }>(sql)).rows.map((row) => row.name);

// What Prisma can't model is pinned in definitions.sql, each guard with what it says.
describe("row-level security", () => {
  test("every table of an organization is isolated; only sign-in and migrations stand outside", async () => {
    const open = await column(
      "SELECT c.relname AS name FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)) ORDER BY 1",
    );
    expect(open).toEqual([
      "_prisma_migrations",
      "account_changes", // nobody's: read and written by functions
      "accounts",
      "passkeys",
      "sessions",
      "two_factors",
      "users",
      "verifications",
    ]);
  });
  test("the app's role owns nothing, can't log in and can't bypass it", async () => {
    const { rows } = await database.owner.query(
      `SELECT rolname, rolsuper, rolbypassrls, rolcanlogin, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname IN ('working_social_app', 'working_social_sign_in') ORDER BY 1`,
    );
    expect(rows).toEqual(
      ["working_social_app", "working_social_sign_in"].map((rolname) => ({
        rolname,
        rolsuper: false,
        rolbypassrls: false,
        rolcanlogin: false,
        owned: 0,
      })),
    );
  });
  test("a function with its owner's rights looks among temporary tables last, and is nobody's who was not named", async () => {
    const DEFINERS =
      "SELECT proname::text AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace";
    expect((await column(DEFINERS)).length).toBeGreaterThan(15);
    const pinned = `${DEFINERS} AND proconfig @> ARRAY['search_path=public, pg_temp']`;
    expect(await column(`${DEFINERS} EXCEPT ${pinned}`)).toEqual([]);
    // A trigger's function can't be called, whoever may execute it.
    expect(
      await column(
        `${DEFINERS} AND prorettype <> 'trigger'::regtype AND has_function_privilege('public', oid, 'EXECUTE')`,
      ),
    ).toEqual([]);
  });
  test("the app's role reads no user, session or password, and edits no history", async () => {
    const granted = await column(
      `SELECT table_name || '.' || privilege_type AS name FROM information_schema.role_table_grants
       WHERE grantee = 'working_social_app' AND (table_name IN ('users', 'sessions', 'accounts', 'verifications', 'passkeys', 'two_factors', 'account_changes')
         OR (table_name IN ('events', 'quotes') AND privilege_type IN ('UPDATE', 'DELETE'))
         OR (table_name IN ('credit_periods', 'credit_lots', 'credit_transfers', 'credit_entries', 'credit_holds', 'credit_hold_parts', 'credit_hold_resolutions',
           'credit_schedules', 'charges', 'charge_lines', 'charge_adjustments', 'credit_packs', 'credit_pack_purchases',
           'invoices', 'invoice_lines', 'invoice_taxes', 'journal_entries', 'journal_postings', 'plan_versions', 'plan_prices', 'vat_id_checks') AND privilege_type IN ('UPDATE', 'DELETE'))
         OR (table_name IN ('credit_balances', 'credit_usages', 'pack_redemptions', 'billing_accounts') AND privilege_type <> 'SELECT')
         OR (table_name IN ('bookings', 'claims', 'idempotency_keys') AND privilege_type = 'DELETE'))`,
    );
    expect(granted).toEqual([]);
  });
});

// Prisma's engine can't introspect through a driver adapter, so the two databases are compared by their own catalog.
const PRISMA_OBJECTS = `
  SELECT format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) AS name FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT pg_get_constraintdef(oid) || ' ON ' || conrelid::regclass FROM pg_constraint WHERE contype IN ('f', 'p', 'u') AND connamespace = 'public'::regnamespace
  UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace AND indpred IS NULL AND indexprs IS NULL
  UNION ALL SELECT format('%s %s', enumtypid::regtype, string_agg(enumlabel, ',' ORDER BY enumsortorder)) FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typnamespace = 'public'::regnamespace GROUP BY enumtypid ORDER BY 1`;

test("prisma/schema and the migrations say the same", async () => {
  const empty = await createEmptyDatabase();
  const other = new pg.Client({ connectionString: empty.url });
  await other.connect();
  try {
    await other.query(await schemaAsSql(empty.url));
    const fromSchema = (await other.query<{ name: string }>(PRISMA_OBJECTS)).rows.map((row) => row.name);
    const fromMigrations = (await column(PRISMA_OBJECTS)).filter((name) => !name.includes("_prisma_migrations"));
    expect(fromSchema).toEqual(fromMigrations);
  } finally {
    await other.end();
    await empty.drop();
  }
});
