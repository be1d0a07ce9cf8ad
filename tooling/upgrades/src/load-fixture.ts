import { migrateWith } from "@working-social/db/testing";
import pg from "pg";
import type { Fixture } from "./fixture-file.ts";

/**
 * Makes an empty database what it was when the fixture was made: the migrations up to the fixture's, then its rows. Only a
 * superuser may tell triggers and foreign keys to look away. Throws for a fixture whose migration this code does not have.
 */
export async function loadFixture(ownerUrl: string, { name, about, sql }: Fixture): Promise<void> {
  const applied = await migrateWith(ownerUrl, (all) => all.filter(({ path }) => path <= about.migration));
  if (applied.at(-1) !== about.migration)
    throw new Error(`${name} stands at ${about.migration}, which is none of these migrations: was it renamed?`);
  await onDatabase(ownerUrl, (owner) => owner.query(sql));
}

export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
