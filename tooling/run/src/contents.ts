import { readFile, writeFile } from "node:fs/promises";
import type { SignIn } from "@working-social/demo";
import type { OpenDatabase } from "./database.ts";
import type { Environment } from "./environment.ts";
import { dataFile } from "./environment.ts";

/** Brings the database to the newest migration; says how many were missing. */
export async function migrateDatabase(database: OpenDatabase): Promise<number> {
  // Loaded here and not above: the Prisma client is made by a step before this one.
  const { migrate } = await import("@working-social/db");
  return (await migrate(database.url)).applied.length;
}

/**
 * Loads the demo space into an empty database. Returns its sign-ins, remembered for later starts on the same data;
 * none when somebody else's organization is in there.
 */
export async function loadDemoSpace(
  database: OpenDatabase,
  environment: Environment,
  log: (line: string) => void,
): Promise<readonly SignIn[]> {
  const file = dataFile(environment, "demo-sign-ins.json");
  const { loadDemo } = await import("@working-social/demo");
  const loaded = await loadDemo(database.url, { log });
  if (loaded === null) return database.isEmbedded ? remembered(file) : [];
  if (database.isEmbedded) await writeFile(file, JSON.stringify(loaded.signIns, null, 2), { mode: 0o600 });
  return loaded.signIns;
}

async function remembered(file: string): Promise<readonly SignIn[]> {
  const text = await readFile(file, "utf8").catch(() => "[]");
  const signIns: unknown = JSON.parse(text);
  return Array.isArray(signIns) ? signIns.filter(isSignIn) : [];
}

function isSignIn(value: unknown): value is SignIn {
  return (
    typeof value === "object" && value !== null && ["name", "email", "password", "role"].every((key) => key in value)
  );
}
