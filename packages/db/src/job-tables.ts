import { PgBoss } from "pg-boss";
import type pg from "pg";

/** The schema of pg-boss's tables. */
export const JOBS_SCHEMA = "jobs";

/**
 * Makes or upgrades pg-boss's tables, as the owner of the database, and lets the app's role use them: it adds queues and
 * jobs and works on them, and changes no table. Safe to repeat, and from several processes at once. What lies in them
 * holds ids only, since row-level security does not reach them.
 */
export async function installJobTables(ownerUrl: string, owner: Pick<pg.ClientBase, "query">): Promise<void> {
  await owner.query("SELECT pg_advisory_lock(hashtext('working-social jobs'))"); // freed when the client ends
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => {}); // start() rejects with it
  await boss.start();
  await boss.stop({ graceful: false });
  await owner.query(`
    GRANT USAGE ON SCHEMA ${JOBS_SCHEMA} TO working_social_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOBS_SCHEMA} TO working_social_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${JOBS_SCHEMA} TO working_social_app;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOBS_SCHEMA} TO working_social_app;`);
}
