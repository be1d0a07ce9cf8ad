import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Pooler } from "@working-social/db";
import { isDatabaseUrl } from "@working-social/db/hosts";
import { z } from "zod";
import { isLoopbackName, nameOfHost, needsMailServer } from "./hosts.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];
const EVERYWHERE = ["0.0.0.0", "::", "[::]"];

/** Longer than most proxies take to look at /readyz again; on one's own machine nobody waits for a proxy. */
const DRAIN_SECONDS = 5;
const LOCAL_DRAIN_SECONDS = 0.5;

const Variables = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  APP_DATABASE_URL: z.string().refine(isDatabaseUrl),
  DATABASE_POOLER: z.enum(["none", "session"]).default("none"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ALLOWED_HOSTS: z
    .string()
    .transform((list) => list.split(",").map((host) => nameOfHost(host.trim())))
    .pipe(z.array(z.string()))
    .default([]),
  DATA_DIR: z.string().default(".data"),
  SECRET: z.string().min(32).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).max(200).default("Working Social <no-reply@localhost>"),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
  PORTAL_DIST: z.string().default("apps/portal/dist"),
  KIOSK_DIST: z.string().default("apps/kiosk/dist"),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  DRAIN_SECONDS: z.coerce.number().min(0).max(60).optional(),
  MAX_STREAMS: z.coerce.number().int().min(1).max(100_000).default(2_000),
  WORKER: z.enum(["together", "separate"]).default("together"),
  MAX_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(20),
  POINTS_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  SIGN_INS_PER_MINUTE: z.coerce.number().int().min(1).default(60),
  VAT_CHECK: z.enum(["offline", "vies"]).default("offline"),
});

const MEANINGS: Record<keyof z.infer<typeof Variables>, string> = {
  NODE_ENV: "development, production or test",
  APP_DATABASE_URL:
    "the address of a PostgreSQL database with a login that owns nothing, as `npm run migrate` makes and prints it",
  DATABASE_POOLER: "none, or session when a pooler that keeps a session to one client stands before PostgreSQL",
  HOST: "the address to listen on, such as 127.0.0.1",
  PORT: "a port from 1 to 65535 (0: any free one)",
  PUBLIC_URL: "the address people open: https://space.example",
  ALLOWED_HOSTS: "further names or addresses under which people reach this server: space.lan, 192.168.1.5",
  DATA_DIR: "a folder that survives restarts",
  SECRET: "at least 32 characters that nobody can guess",
  SMTP_URL: "the address of a mail server: smtp://user:password@host:587",
  MAIL_FROM: "the sender of mail: Quayside Works <hello@space.example>",
  LOG_LEVEL: "silent, fatal, error, warn, info, debug or trace",
  PORTAL_DIST: "the folder of the built portal",
  KIOSK_DIST: "the folder of the built kiosk",
  TRUST_PROXY: "how many proxies of yours stand before this server, from 0 to 10",
  DRAIN_SECONDS: "how long a server that stops still answers while it is not ready any more, from 0 to 60 seconds",
  MAX_STREAMS: "how many streams of live changes this process may serve at once, from 1 to 100000",
  WORKER: "together (jobs run in this process) or separate",
  MAX_CONNECTIONS: "the most connections to the database, from 2 to 500",
  POINTS_PER_MINUTE: "what one person may ask for in a minute: a read costs 1 point, a change 5",
  SIGN_INS_PER_MINUTE: "how many sign-in steps one network address may take in a minute; a whole space may share one",
  VAT_CHECK: "offline (a VAT id is checked by its digits), or vies (the register of the European Commission is asked)",
};

export interface Env {
  readonly isDevelopment: boolean;
  /** With a login that owns nothing: what the server may do is what its two roles may. */
  readonly databaseUrl: string;
  readonly pooler: Pooler;
  readonly host: string;
  readonly port: number;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Origins whose pages may call the API: the public one, and on loopback its other names. */
  readonly origins: readonly string[];
  /** Names that the Host of a request may have, beside those of loopback. Lower case, without ports. */
  readonly hosts: readonly string[];
  /**
   * Whether the server is meant for the people at this machine: its public address is loopback, and no proxy stands before
   * it. Only then requests of this machine see the mail that is not sent, and set up without a code.
   */
  readonly isLocal: boolean;
  /** Signs cookies and hashes codes. */
  readonly secret: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly mailboxDir: string;
  readonly logLevel: z.infer<typeof Variables>["LOG_LEVEL"];
  readonly portalDist: string;
  readonly kioskDist: string;
  readonly trustedProxies: number;
  /** How long a server that stops still accepts connections, while it says that it is not ready. */
  readonly drainMs: number;
  readonly mostStreams: number;
  readonly runsJobs: boolean;
  readonly maxConnections: number;
  readonly pointsPerMinute: number;
  readonly signInsPerMinute: number;
  /** Whether VAT ids are looked up in the register of the European Commission, or by their digits alone. */
  readonly vatCheck: "offline" | "vies";
}

/** Reads the environment; rejects with a sentence for each wrong value. Empty counts as missing. */
export async function readEnv(variables: NodeJS.ProcessEnv): Promise<Env> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) throw new Error(complaints(given, parsed.error));
  const values = parsed.data;
  const dataDir = resolve(ROOT, values.DATA_DIR);
  const ownHost = EVERYWHERE.includes(values.HOST) ? "localhost" : values.HOST;
  const publicUrl = (values.PUBLIC_URL ?? `http://${ownHost}:${values.PORT}`).replace(/\/+$/, "");
  const { hostname } = new URL(publicUrl);
  const isLocal = isLoopbackName(hostname) && values.TRUST_PROXY === 0;
  const objection = values.SMTP_URL === undefined ? needsMailServer(publicUrl) : null;
  if (objection !== null) throw new Error(objection);
  return {
    isDevelopment: values.NODE_ENV === "development",
    databaseUrl: values.APP_DATABASE_URL,
    pooler: values.DATABASE_POOLER,
    host: values.HOST,
    port: values.PORT,
    publicUrl,
    origins: originsOf(publicUrl),
    hosts: [hostname, ...values.ALLOWED_HOSTS],
    isLocal,
    secret: values.SECRET ?? (await ownSecret(dataDir)),
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM,
    dataDir,
    mailboxDir: join(dataDir, "mail"),
    logLevel: values.LOG_LEVEL,
    portalDist: resolve(ROOT, values.PORTAL_DIST),
    kioskDist: resolve(ROOT, values.KIOSK_DIST),
    trustedProxies: values.TRUST_PROXY,
    drainMs: (values.DRAIN_SECONDS ?? (isLocal ? LOCAL_DRAIN_SECONDS : DRAIN_SECONDS)) * 1_000,
    mostStreams: values.MAX_STREAMS,
    runsJobs: values.WORKER === "together",
    maxConnections: values.MAX_CONNECTIONS,
    pointsPerMinute: values.POINTS_PER_MINUTE,
    signInsPerMinute: values.SIGN_INS_PER_MINUTE,
    vatCheck: values.VAT_CHECK,
  };
}

function complaints(given: NodeJS.ProcessEnv, error: z.ZodError): string {
  const names = [...new Set(error.issues.map((issue) => String(issue.path[0])))];
  return names
    .map((name) => {
      const meaning = MEANINGS[name as keyof typeof MEANINGS];
      return given[name] === undefined
        ? `${name} is missing: ${meaning}.`
        : `${name} has a wrong value; it should be ${meaning}.`;
    })
    .join("\n");
}

function originsOf(publicUrl: string): string[] {
  const url = new URL(publicUrl);
  const names = LOCAL_HOSTS.includes(url.hostname) ? LOCAL_HOSTS : [url.hostname];
  return names.map((name) => `${url.protocol}//${name}${url.port ? `:${url.port}` : ""}`);
}

/** Made once and kept where only this account can read it, so that sessions survive restarts. */
async function ownSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, "secret");
  await mkdir(dataDir, { recursive: true });
  const made = randomBytes(32).toString("base64url");
  await writeFile(file, made, { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  return (await readFile(file, "utf8")).trim();
}
