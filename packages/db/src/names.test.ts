import { foldText, newId, normalLine } from "@working-social/kernel";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readMigrations } from "./schema-engine.ts";
import type { TestDatabase } from "./testing/index.ts";
import { aLocation, anOrganization, createEmptyDatabase, createTestDatabase } from "./testing/index.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const SPELLINGS = [
  "Cafe\u0301  Süd",
  "Caf\u00e9 S\u00fcd",
  "  CAF\u00c9\u00a0SÜD ",
  "Caf\u00e9\u200b Süd",
  "\u200fCaf\u00e9 S\u200düd\u200e\u3164",
];

/** What has no width or no ink, or only behind something that has. */
const NO_INK = [
  "\u200e",
  "\u200d",
  "\u202a",
  "\u2066",
  "\u3164",
  "\u115f",
  "\u2800",
  "\u034f",
  "\ufffb",
  "\t",
  "\u{e0101}",
  "\ufe0f",
];

describe("names that look the same are one", () => {
  test("the database knows lines, names and folded texts as the kernel does", async () => {
    const texts = [...SPELLINGS.slice(0, -1), "Čapek", "Łódź", "Straße", "Øresund", "Ærø", "ПЛАН Б", "ﬁne", "上海", ""];
    const { rows } = await database.owner.query<{ line: string; folded: string }>(
      "SELECT normal_line(t) AS line, btrim(folded(normal_line(t))) AS folded FROM unnest($1::text[]) AS t",
      [texts],
    );
    expect(rows.map(({ line }) => line)).toEqual(texts.map(normalLine));
    expect(rows.map(({ folded }) => folded)).toEqual(texts.map(foldText));
  });
  test("what has no ink goes from the ends of a line, in the database as in the kernel", async () => {
    const texts = NO_INK.flatMap((ink) => [ink, `${ink}x\u{1f3f4}\u{e007f}${ink}`, `a${ink}b${ink} ${ink}`]);
    const { rows } = await database.owner.query<{ line: string }>(
      "SELECT normal_line(t) AS line FROM unnest($1::text[]) AS t",
      [texts],
    );
    expect(rows.map(({ line }) => line)).toEqual(texts.map(normalLine));
    expect(rows.filter(({ line }) => line === "")).toHaveLength(NO_INK.length);
  });
  test("two locations of one name can't be, however it is spelled; an accent makes another name", async () => {
    const { id } = await anOrganization(database.owner);
    const [first = "", ...others] = SPELLINGS;
    await aLocation(database.owner, id, { name: first });
    for (const name of others)
      await expect(aLocation(database.owner, id, { name })).rejects.toMatchObject({
        code: "23505",
        constraint: "locations_organization_id_name_key",
      });
    await aLocation(database.owner, id, { name: "Cafe Sud" });
  });
});

test("an earlier database upgrades: names are normalised, and of two that are one now the later gets a number", async () => {
  const empty = await createEmptyDatabase();
  const owner = new pg.Client({ connectionString: empty.url });
  await owner.connect();
  try {
    // Prisma's own record of what was applied, which a later migration reads.
    await owner.query(
      "CREATE TABLE _prisma_migrations (migration_name text, finished_at timestamptz, rolled_back_at timestamptz)",
    );
    const { migrationDirectories } = await readMigrations();
    for (const { path, migrationFile } of migrationDirectories) {
      if (migrationFile.content.tag !== "ok") continue;
      if (path.includes("names_that_look_the_same")) await fillWithTwins(owner);
      await owner.query(migrationFile.content.value);
    }
    const { rows } = await owner.query<{ name: string }>("SELECT name FROM plans ORDER BY created_at");
    expect(rows.map(({ name }) => name)).toEqual([
      "Caf\u00e9 (2)",
      "Caf\u00e9",
      "caf\u00e9 (2) (2)",
      "Flex",
      "flex (2)",
      "Unnamed",
    ]);
  } finally {
    await owner.end();
    await empty.drop();
  }
});

async function fillWithTwins(owner: pg.Client): Promise<void> {
  const organization = newId();
  await owner.query("INSERT INTO organizations (id, name, slug, created_at) VALUES ($1, 'Quay', 'quay', now())", [
    organization,
  ]);
  for (const [index, name] of ["Cafe\u0301 (2)", " Caf\u00e9", "caf\u00e9", "Flex ", "flex\u200e", "\u3164"].entries())
    await owner.query(
      "INSERT INTO plans (id, organization_id, name, created_at) VALUES ($1, $2, $3, now() + make_interval(secs => $4))",
      [newId(), organization, name, index],
    );
}
