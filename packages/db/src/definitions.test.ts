import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "./testing/index.ts";
import { createTestDatabase } from "./testing/index.ts";

// A guard can be weakened under its name. What stands here was read by somebody: after a migration,
// `npx vitest run --project db definitions -u` writes it anew, and the difference belongs to the review.

/** Everything that guards the data and that Prisma can't model, one statement each, the same on every machine. */
const DEFINITIONS = `
  WITH ours AS (
    SELECT p.* FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e')
  ), guards AS (
  SELECT 1 AS part, conrelid::regclass || '.' || conname AS name, format('ALTER TABLE %s ADD CONSTRAINT %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS definition
    FROM pg_constraint WHERE contype IN ('c', 'x') AND connamespace = 'public'::regnamespace
  UNION ALL SELECT 2, c.relname, pg_get_indexdef(i.indexrelid) || ';'
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indpred IS NOT NULL AND NOT i.indisexclusion AND c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT 3, tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) || CASE tgenabled WHEN 'O' THEN ';' ELSE format('; -- enabled: %s', tgenabled) END
    FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 4, tablename, format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY;', tablename)
    FROM pg_tables WHERE schemaname = 'public' AND rowsecurity
  UNION ALL SELECT 5, tablename || '.' || policyname, format('CREATE POLICY %I ON %I AS %s FOR %s TO %s USING (%s) WITH CHECK (%s);',
      policyname, tablename, permissive, cmd, array_to_string(roles, ', '), qual, with_check)
    FROM pg_policies WHERE schemaname = 'public'
  UNION ALL SELECT 6, format('%s %s', a.grantee::regrole, c.oid::regclass), format('GRANT %s ON %s TO %s;',
      string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type), c.oid::regclass, a.grantee::regrole)
    FROM pg_class c, aclexplode(c.relacl) a WHERE c.relnamespace IN ('public'::regnamespace, 'limits'::regnamespace) AND a.grantee <> c.relowner
    GROUP BY c.oid, a.grantee
  UNION ALL SELECT 7, format('%s %s', a.grantee::regrole, t.attrelid::regclass), format('GRANT %s (%s) ON %s TO %s;', a.privilege_type,
      string_agg(t.attname, ', ' ORDER BY t.attname), t.attrelid::regclass, a.grantee::regrole)
    FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid, aclexplode(t.attacl) a WHERE c.relnamespace = 'public'::regnamespace
    GROUP BY t.attrelid, a.grantee, a.privilege_type
  UNION ALL SELECT 8, oid::regprocedure::text, format('GRANT EXECUTE ON FUNCTION %s TO %s;', oid::regprocedure,
      (SELECT string_agg(CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END, ', ' ORDER BY a.grantee::regrole::text)
        FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) a WHERE a.grantee <> proowner))
    FROM ours WHERE prosecdef AND prorettype <> 'trigger'::regtype
  UNION ALL SELECT 9, oid::regprocedure::text, pg_get_functiondef(oid) || ';' FROM ours
  )
  SELECT definition FROM guards ORDER BY part, name COLLATE "C", definition COLLATE "C"`;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function definitions(): Promise<string[]> {
  const { rows } = await database.owner.query<{ definition: string }>(DEFINITIONS);
  return rows.map(({ definition }) => definition);
}

test("what guards the data is what was reviewed", async () => {
  await expect(`${(await definitions()).join("\n")}\n`).toMatchFileSnapshot("definitions.sql");
});

test.each([
  [
    "a constraint",
    "ALTER TABLE quotes DROP CONSTRAINT quotes_add_up, ADD CONSTRAINT quotes_add_up CHECK (total_minor >= 0)",
  ],
  [
    "an exclusion",
    "ALTER TABLE claims DROP CONSTRAINT claims_never_overlap, ADD CONSTRAINT claims_never_overlap EXCLUDE USING gist (unit_id WITH =, tstzrange(starts_at, ends_at, '()') WITH &&) WHERE (released_at IS NULL)",
  ],
  ["a trigger", "ALTER TABLE bookings DISABLE TRIGGER bookings_hold_what_they_promise"],
  [
    "a function",
    "CREATE OR REPLACE FUNCTION require_sound_booking() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
  ],
  ["isolation", "ALTER POLICY own_organization ON people USING (true)"],
  ["history", "GRANT UPDATE (data) ON events TO working_social_app"],
  ["a gate", "GRANT EXECUTE ON FUNCTION is_known_email TO PUBLIC"],
])("%s weakened under its name is another definition", async (_what, change) => {
  const before = await definitions();
  await database.owner.query(change);
  const after = await definitions();
  expect(after.filter((definition) => !before.includes(definition))).toHaveLength(1);
});
