import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "./testing/index.ts";
import { createTestDatabase } from "./testing/index.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

// Whatever the database evaluates by itself. Functions of extensions are theirs: none of ours calls one with a zone.
const EXPRESSIONS = `
  SELECT 'function ' || p.proname AS name, p.prosrc AS body FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
    WHERE l.lanname IN ('sql', 'plpgsql') AND p.pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL SELECT 'constraint ' || conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'index ' || c.relname, pg_get_indexdef(c.oid) FROM pg_class c WHERE c.relkind = 'i' AND c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT 'default of ' || table_name || '.' || column_name, column_default FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT 'view ' || viewname, definition FROM pg_views WHERE schemaname = 'public'
  UNION ALL SELECT 'policy of ' || tablename, coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies
  UNION ALL SELECT 'trigger ' || tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal`;

/**
 * The same that tooling/tidy looks for in our statements, but for intervals of days: a session is in UTC, where each has 24
 * hours (own-connection.test.ts).
 */
const READS_A_WALL_CLOCK =
  /\bAT\s+TIME\s+ZONE\b|\bdate_(trunc|bin)\s*\(|\btimezone\s*\(|\bto_char\s*\(|::\s*(date|time|timestamp without)\b|\bcurrent_date\b|\blocaltime|\bextract\s*\(\s*(?!epoch\b)[a-z]+ from\b|\bdate_part\s*\(\s*'(?!epoch')/i;

test("nothing in the database computes a wall clock: its zone data may differ from those of Node.js", async () => {
  const { rows } = await database.owner.query<{ name: string; body: string | null }>(EXPRESSIONS);
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter(({ body }) => READS_A_WALL_CLOCK.test(body ?? "")).map(({ name }) => name)).toEqual([]);
});

test("what would compute one is found", async () => {
  await database.owner.query(
    "CREATE FUNCTION day_of(at timestamptz, zone text) RETURNS date LANGUAGE sql AS $$ SELECT (at AT TIME ZONE zone)::date $$",
  );
  const { rows } = await database.owner.query<{ name: string; body: string | null }>(EXPRESSIONS);
  expect(rows.filter(({ body }) => READS_A_WALL_CLOCK.test(body ?? "")).map(({ name }) => name)).toEqual([
    "function day_of",
  ]);
});
