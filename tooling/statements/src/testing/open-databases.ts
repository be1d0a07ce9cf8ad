import pg from "pg";
import { createTestDatabase } from "@working-social/db/testing";
import { readCatalog } from "../catalog.ts";
import type { Databases } from "../check.ts";

/** A migrated database, with a connection for each role that statements run in. */
export async function openDatabases(): Promise<Databases & { close(): Promise<void> }> {
  const database = await createTestDatabase();
  const owners = [database.ownerUrl, database.ownerUrl].map((connectionString) => new pg.Client({ connectionString }));
  const [owner, runner] = owners;
  if (!owner || !runner) throw new Error("Two connections are opened above.");
  await Promise.all(owners.map((client) => client.connect()));
  const [app, signIn] = await Promise.all([database.db.pool.connect(), database.db.signInPool.connect()]);
  return {
    owner,
    roles: { app, sign_in: signIn, owner: runner },
    catalog: await readCatalog(owner),
    async close() {
      app.release();
      signIn.release();
      await Promise.all(owners.map((client) => client.end()));
      await database.close();
    },
  };
}
