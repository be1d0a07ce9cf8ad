import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { Facts } from "./facts.ts";

/** One repeatable request of the month: whose it was, what was asked, and the id in the answer, where it has one. */
const RepeatableRequest = z.strictObject({
  by: z.string(),
  path: z.string(),
  input: z.record(z.string(), z.unknown()),
  answeredId: z.string().nullable(),
});
export type RepeatableRequest = z.infer<typeof RepeatableRequest>;

/** What a fixture says of itself, beside the rows. */
const About = z.strictObject({
  /** The last migration that the database had. */
  migration: z.string(),
  /** How late it was there when the fixture was made; a reader's clock stands here. */
  now: z.iso.datetime(),
  locationId: z.uuid(),
  /** Whose session has which token, by mailbox. */
  sessions: z.record(z.string(), z.string()),
  /** Rows by table, all schemas. */
  counts: z.record(z.string(), z.int()),
  /** What the product answered then. */
  facts: Facts,
  requests: z.array(RepeatableRequest),
});
export type About = z.infer<typeof About>;

/** A database of some day: what it says of itself, and the SQL that fills one that stands at its migration. */
export interface Fixture {
  name: string;
  about: About;
  sql: string;
}

const ENDING = ".sql.gz";
const FIXTURES = join(import.meta.dirname, "../fixtures");

/** The first line is for people, the second for the reader; both are comments, so that all of it is SQL. */
export async function writeFixture({ name, about, sql }: Fixture): Promise<{ file: string; bytes: number }> {
  const first = `-- A database of Working Social at migration ${about.migration}: tooling/upgrades/README.md`;
  const packed = gzipSync(`${first}\n-- ${JSON.stringify(About.parse(about))}\n${sql}`, { level: 9 });
  const file = join(FIXTURES, `${name}${ENDING}`);
  await writeFile(file, packed);
  return { file, bytes: packed.length };
}

/** All fixtures of the folder, the oldest first. */
export async function readFixtures(folder = FIXTURES): Promise<Fixture[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(ENDING)).sort();
  return Promise.all(files.map((file) => readFixture(join(folder, file))));
}

async function readFixture(file: string): Promise<Fixture> {
  const text = gunzipSync(await readFile(file)).toString("utf8");
  const [, second = ""] = text.split("\n", 2);
  return { name: basename(file, ENDING), about: About.parse(JSON.parse(second.replace(/^-- /, ""))), sql: text };
}
