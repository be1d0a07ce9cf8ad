import { join, resolve } from "node:path";
import { needsMailServer } from "@working-social/api/hosts";
import { z } from "zod";

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, "../../..");

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(4000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  // It may name several hosts, which is no URL; the server reads it exactly.
  APP_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_POOLER: z.enum(["none", "session"]).default("none"),
  DEMO: z.enum(["on", "off"]).default("on"),
  BACKUPS: z.string().default(""),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
});

const MEANINGS: Record<string, string> = {
  PORT: "a port from 1 to 65535",
  DATABASE_URL: "the address of a PostgreSQL database: postgresql://user:password@host:5432/name",
  APP_DATABASE_URL: "the address of the same database with a login that owns nothing, as `npm run migrate` prints it",
  DATABASE_POOLER: "none, or session when a pooler that keeps sessions stands before PostgreSQL",
  DEMO: "on or off",
  SMTP_URL: "the address of a mail server: smtp://user:password@host:587",
  PUBLIC_URL: "the address people open: https://space.example",
  TRUST_PROXY: "how many proxies of yours stand before this server, from 0 to 10",
  LOG_LEVEL: "fatal, error, warn, info, debug or trace",
};

export interface Environment {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Of the owner, who migrates; null: our own PostgreSQL. */
  readonly databaseUrl: string | null;
  /** Of the login that serves. */
  readonly appDatabaseUrl: string | null;
  readonly isDemoWanted: boolean;
  /** Whether one is made each day. On a server of one's own only where BACKUPS names a folder: it has backups of its own. */
  readonly isBackedUp: boolean;
  /** Absolute; null for the folder `backups` of the data folder. */
  readonly backups: string | null;
  readonly publicUrl: string;
  readonly sendsMail: boolean;
  /** Then the server shows its mail to nobody: a proxy makes strangers look like this machine. */
  readonly isBehindProxy: boolean;
}

/** Reads what `npm start` may be told; throws with one sentence per wrong value. An empty value counts as none. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
    throw new Error(
      names.map((name) => `${shown(name, given[name])} should be ${MEANINGS[name] ?? "something else"}.`).join("\n"),
    );
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, APP_DATABASE_URL, DEMO, BACKUPS, PUBLIC_URL, SMTP_URL, TRUST_PROXY } =
    result.data;
  if (APP_DATABASE_URL !== undefined && DATABASE_URL === undefined)
    throw new Error("APP_DATABASE_URL goes with DATABASE_URL, whose user migrates: set both, or neither.");
  const backups = BACKUPS === "" || BACKUPS === "off" ? null : resolve(ROOT, BACKUPS);
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(ROOT, DATA_DIR),
    databaseUrl: DATABASE_URL ?? null,
    appDatabaseUrl: APP_DATABASE_URL ?? null,
    isDemoWanted: DEMO === "on",
    isBackedUp: BACKUPS !== "off" && (DATABASE_URL === undefined || backups !== null),
    backups,
    publicUrl: PUBLIC_URL?.replace(/\/$/, "") ?? `http://${isLoopback(HOST) ? "localhost" : HOST}:${PORT}`,
    sendsMail: SMTP_URL !== undefined,
    isBehindProxy: TRUST_PROXY > 0,
  };
}

/** Throws with a sentence when people of other machines are to sign in and no mail would reach them. */
export function checkMail({ publicUrl, sendsMail }: Environment): void {
  const objection = sendsMail ? null : needsMailServer(publicUrl);
  if (objection !== null) throw new Error(objection);
}

/** Where backups go unless a file is named. */
export function backupFolder({ backups, dataDir }: Environment): string {
  return backups ?? join(dataDir, "backups");
}

/** A file of the data folder, such as a log. */
export function dataFile(environment: Environment, name: string): string {
  return join(environment.dataDir, name);
}

/** Browsers allow passkeys on "localhost" and not on an address in digits. */
function isLoopback(host: string): boolean {
  return host === "127.0.0.1" || host === "0.0.0.0" || host === "localhost";
}

/** Addresses may hold passwords, so they are not repeated. */
function shown(name: string, value: string | undefined): string {
  return name.endsWith("_URL") ? `${name} has a wrong value; it` : `${name} is "${value}", and`;
}
