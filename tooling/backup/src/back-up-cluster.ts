import pg from "pg";
import { clusterFiles, walFiles } from "./cluster-files.ts";
import type { Entry } from "./contents.ts";
import { CLUSTER } from "./contents.ts";

/**
 * The files of a running cluster, as PostgreSQL's low-level backup wants them read: between pg_backup_start and
 * pg_backup_stop, with the log of that time beside them. Work goes on meanwhile; the log makes the files agree.
 * https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 *
 * `url` is the superuser's. `onEnd` hears the moment before which everything acknowledged is in the backup.
 */
export async function* backUpCluster(url: string, cluster: string, onEnd: (at: Date) => void): AsyncGenerator<Entry> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  client.on("error", () => undefined); // the statement under way rejects with it
  await client.connect();
  try {
    await keepLog(client);
    const first = await ask(
      client,
      "SELECT pg_walfile_name(pg_backup_start('working-social', fast => true)) AS answer",
    );
    yield* clusterFiles(cluster);
    const heldUntil = new Date();
    const stopped = await client.query<{ last: string; label: string }>(
      "SELECT pg_walfile_name(lsn) AS last, labelfile AS label FROM pg_backup_stop(wait_for_archive => false)",
    );
    onEnd(heldUntil);
    const { last, label } = theOnly(stopped.rows);
    const text = Buffer.from(label);
    yield { name: `${CLUSTER}backup_label`, size: text.length, bytes: one(text) };
    yield* walFiles(cluster, first, last);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A slot that lives as long as this connection keeps the server from throwing its log away. */
async function keepLog(client: pg.Client): Promise<void> {
  const slot = "SELECT pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)";
  await client.query("SET statement_timeout = 0");
  await client.query("SET idle_session_timeout = 0");
  await client.query(slot);
}

async function ask(client: pg.Client, sql: string): Promise<string> {
  return theOnly((await client.query<{ answer: string }>(sql)).rows).answer;
}

function theOnly<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error("PostgreSQL answered nothing.");
  return row;
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
