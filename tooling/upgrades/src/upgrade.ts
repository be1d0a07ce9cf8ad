import { migrate } from "@working-social/db";
import type { Fixture } from "./fixture-file.ts";
import type { Before } from "./kept-rows.ts";
import { rowsBefore } from "./kept-rows.ts";
import { loadFixture, onDatabase } from "./load-fixture.ts";
import { countRows } from "./tables.ts";

export interface Upgraded {
  /** What was there before, and how many rows by table. */
  before: Before;
  counts: Record<string, number>;
}

/** An empty database as the fixture's, and then as this code wants it: by the same call as `npm run migrate` and every start. */
export async function upgrade(url: string, fixture: Fixture): Promise<Upgraded> {
  await loadFixture(url, fixture);
  const loaded = await onDatabase(url, async (owner) => ({
    before: await rowsBefore(owner),
    counts: await countRows(owner),
  }));
  await migrate(url);
  return loaded;
}
