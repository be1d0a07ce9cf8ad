import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Entry } from "./contents.ts";
import { CLUSTER } from "./contents.ts";
import { oneFile, unlessGone } from "./data-files.ts";

/** Says which moment of the database the other files belong to; read last, when they have been. */
const CONTROL = "global/pg_control";

/** Folders whose contents a starting server makes anew; the folder itself has to be there. */
const EMPTIED = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)$/;

/** Of a running server, or worth nothing without it. PostgreSQL, "Backing Up the Data Directory". */
const LEFT_OUT =
  /(^|\/)(postmaster\.(pid|opts)|current_logfiles|backup_label(\.old)?|tablespace_map(\.old)?|pgsql_tmp.*|pg_internal\.init.*)$/;

/** The files of a cluster between pg_backup_start and pg_backup_stop, without its log (`pg_wal`). */
export async function* clusterFiles(cluster: string): AsyncGenerator<Entry> {
  yield* below(cluster, "");
  yield* oneFile(join(cluster, CONTROL), `${CLUSTER}${CONTROL}`);
}

async function* below(cluster: string, folder: string): AsyncGenerator<Entry> {
  const listed = await readdir(join(cluster, folder), { withFileTypes: true }).catch(unlessGone);
  for (const found of listed ?? []) {
    const path = folder === "" ? found.name : `${folder}/${found.name}`;
    if (LEFT_OUT.test(path) || path === CONTROL) continue;
    if (found.isDirectory()) {
      yield { name: `${CLUSTER}${path}`, size: 0, bytes: null };
      if (!EMPTIED.test(path)) yield* below(cluster, path);
    } else if (found.isFile()) yield* oneFile(join(cluster, path), `${CLUSTER}${path}`);
  }
}

/** The segments of the log from `first` to `last`, both included; their names sort as they follow each other. */
export async function* walFiles(cluster: string, first: string, last: string): AsyncGenerator<Entry> {
  const segments = (await readdir(join(cluster, "pg_wal"))).filter((name) => /^[0-9A-F]{24}$/.test(name));
  const needed = segments.filter((name) => name >= first && name <= last).sort();
  if (needed[0] !== first || needed.at(-1) !== last)
    throw new Error("PostgreSQL has thrown away a part of the log that the backup needs. Make it again.");
  for (const name of needed) yield* oneFile(join(cluster, "pg_wal", name), `${CLUSTER}pg_wal/${name}`);
}
