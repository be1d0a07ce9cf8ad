import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DemoPrinter, LoadedDemo, SignIn } from "@working-social/demo";
import pg from "pg";
import type { OpenDatabase } from "./database.ts";
import type { Environment } from "./environment.ts";
import { dataFile, ROOT } from "./environment.ts";
import { inAProcess } from "./in-a-process.ts";

/** Brings the database to the newest migration; says how many were missing. */
export async function migrateDatabase({ url }: OpenDatabase, signal: AbortSignal): Promise<number> {
  const script = join(import.meta.dirname, "migrate-process.ts");
  return Number(await inAProcess(script, { env: { ...process.env, DATABASE_URL: url }, signal }));
}

/**
 * Loads the demo space into an empty database. Returns its sign-ins and copiers, remembered for later starts on the same
 * data; none when somebody else's organization is in there.
 */
export async function loadDemoSpace(
  database: OpenDatabase,
  environment: Environment,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<LoadedDemo> {
  const signInsFile = dataFile(environment, "demo-sign-ins.json");
  const printersFile = dataFile(environment, "demo-copiers.json");
  const nothing = { signIns: [], printers: [] };
  if (await hasOrganization(database.url)) {
    if (!database.isEmbedded) return nothing;
    return {
      signIns: readSignIns(await remembered(signInsFile)),
      printers: readPrinters(await remembered(printersFile)),
    };
  }
  const demo = await inAProcess(join(ROOT, "tooling/demo/src/main.ts"), {
    env: { ...process.env, DATABASE_URL: database.url },
    told: (line) => log(`  ${line}`),
    signal,
  });
  const { signIns, printers } = { ...nothing, ...(demo as Partial<LoadedDemo>) };
  if (database.isEmbedded) {
    await writeFile(signInsFile, JSON.stringify(signIns, null, 2), { mode: 0o600 });
    await writeFile(printersFile, JSON.stringify(printers, null, 2), { mode: 0o600 });
  }
  return { signIns: readSignIns(signIns), printers: readPrinters(printers) };
}

/**
 * Fills our own database from empty as a whole or not at all: a mark stays when the start is stopped in between, and
 * then the next one begins with a new database. The mark is set only where no organization is, and the server does
 * not run before it is gone, so nothing else can be lost. Says whether there was one.
 */
export async function markUnfinished(database: OpenDatabase, environment: Environment): Promise<boolean> {
  if (!database.isEmbedded) return false;
  const wasUnfinished = (await stat(markFile(environment)).catch(() => null)) !== null;
  if (wasUnfinished) await makeAnew(new URL(database.url));
  if (!(await hasOrganization(database.url))) await writeFile(markFile(environment), "");
  return wasUnfinished;
}

export async function markFinished(environment: Environment): Promise<void> {
  await rm(markFile(environment), { force: true });
}

async function makeAnew(url: URL): Promise<void> {
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  await withClient(url.href, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

/** Whether somebody owns what is in the database; false for one without tables too. */
export async function hasOrganization(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const table = await client.query<{ made: boolean }>("SELECT to_regclass('organizations') IS NOT NULL AS made");
    if (!table.rows[0]?.made) return false;
    const { rows } = await client.query<{ found: boolean }>("SELECT EXISTS (SELECT FROM organizations) AS found");
    return rows[0]?.found ?? false;
  });
}

async function withClient<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

function markFile(environment: Environment): string {
  return dataFile(environment, "database-unfinished");
}

async function remembered(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8").catch(() => "[]"));
}

function readPrinters(printers: unknown): DemoPrinter[] {
  return Array.isArray(printers) ? printers.filter(isPrinter) : [];
}

function isPrinter(value: unknown): value is DemoPrinter {
  return hasKeys(value, ["name", "token", "kioskToken", "queue"]);
}

function readSignIns(signIns: unknown): SignIn[] {
  return Array.isArray(signIns) ? signIns.filter(isSignIn) : [];
}

function isSignIn(value: unknown): value is SignIn {
  return hasKeys(value, ["name", "email", "password", "role"]);
}

function hasKeys(value: unknown, keys: readonly string[]): boolean {
  return typeof value === "object" && value !== null && keys.every((key) => key in value);
}
