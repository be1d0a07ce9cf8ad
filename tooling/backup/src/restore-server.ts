import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { DATA, DUMP } from "./contents.ts";
import { unlessGone } from "./data-files.ts";
import { runPgTool } from "./pg-tools.ts";
import type { ReadArchive } from "./read-archive.ts";
import { readArchive } from "./read-archive.ts";

/** Roles belong to a server and not to a database, so no dump holds them. */
const ROLES = ["working_social_app", "working_social_sign_in"];

/**
 * Puts a dump into an empty database, in one transaction: all of it or nothing. The secret comes back too; another one that
 * lies in DATA_DIR already is nobody's to replace, and would open nothing of what the backup holds, so then nothing is touched.
 */
export async function restoreServer(file: string, url: string, dataDir: string): Promise<ReadArchive> {
  const checked = await readArchive(file);
  if (checked.manifest.kind !== "dump")
    throw new Error(
      "This is a backup of the embedded PostgreSQL: restore it without DATABASE_URL, into an empty DATA_DIR.",
    );
  const folder = await mkdtemp(join(tmpdir(), "working-social-restore-"));
  try {
    const [dump, secret] = [join(folder, DUMP), join(folder, "secret")];
    await readArchive(file, async (name, bytes) => {
      if (bytes === null) return;
      if (name === DUMP) await writeFile(dump, bytes, { mode: 0o600 });
      if (name === `${DATA}secret`) await writeFile(secret, bytes, { mode: 0o600 });
    });
    const saved = await contentOf(secret);
    const isThere = await requireSameSecret(dataDir, saved);
    await prepareDatabase(url);
    if (saved !== null && !isThere) {
      await mkdir(dataDir, { recursive: true });
      await writeFile(join(dataDir, "secret"), saved, { mode: 0o600 });
    }
    await runPgTool("pg_restore", url, ["--no-owner", "--single-transaction", "--exit-on-error", dump]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return checked;
}

async function prepareDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace LIMIT 1");
    if (rows.length > 0)
      throw new Error("The database of DATABASE_URL is not empty: nothing was touched. Name an empty one.");
    for (const role of ROLES) {
      const known = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
      if (known.rows.length === 0) await client.query(`CREATE ROLE ${role} NOLOGIN`);
      await client.query(`GRANT ${role} TO CURRENT_USER`);
    }
  } finally {
    await client.end();
  }
}

/** Whether DATA_DIR has the secret already; throws when it has another one. A backup of a server that was told SECRET has none. */
async function requireSameSecret(dataDir: string, saved: string | null): Promise<boolean> {
  const present = await contentOf(join(dataDir, "secret"));
  if (present !== null && saved !== null && present.trim() !== saved.trim())
    throw new Error(
      `${join(dataDir, "secret")} is not the secret of the backup: nothing was touched. With it everybody would have to sign in again, and authenticator apps would work no more. Move it away, or set DATA_DIR to another folder.`,
    );
  return present !== null;
}

async function contentOf(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch(unlessGone);
}
