import pg from "pg";
import { PgBoss } from "pg-boss";
import { QUEUES, SCHEMA } from "./queues.ts";

/**
 * Makes or upgrades pg-boss's tables and our queues, as the owner of the database, and lets the app's role use them:
 * it adds and works on jobs, and changes no table. Safe to repeat and from several processes at once. Returns false when
 * this connection owns nothing here; then whoever migrates has to do it.
 */
export async function installJobs(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => {}); // the statement under way rejects with it
  await client.connect();
  try {
    if (!(await mayInstall(client))) return false;
    await client.query("SELECT pg_advisory_lock(hashtext('working-social jobs'))"); // freed when the client ends
    await makeQueues(ownerUrl);
    await client.query(`
      GRANT USAGE ON SCHEMA ${SCHEMA} TO working_social_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO working_social_app;
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${SCHEMA} TO working_social_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO working_social_app;`);
    return true;
  } finally {
    await client.end();
  }
}

async function mayInstall(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "SELECT has_database_privilege(current_database(), 'CREATE') AS may",
  );
  return rows[0]?.may === true;
}

async function makeQueues(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, schema: SCHEMA, max: 1, supervise: false, schedule: false });
  boss.on("error", () => {}); // start() and createQueue() reject with it
  await boss.start();
  try {
    for (const queue of QUEUES) await boss.createQueue(queue.name, queue);
    for (const { name, policy: _fixed, ...options } of QUEUES) await boss.updateQueue(name, options);
  } finally {
    await boss.stop({ graceful: false });
  }
}
