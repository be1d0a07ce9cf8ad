import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { missingFromFormat, pageLogReader, papercutReader, parsePageLogFormat } from "@working-social/copier/rules";
import type { PrintLogReader } from "@working-social/copier/rules";
import { isTimeZone } from "@working-social/kernel";

/** Whatever stops the agent before it has begun; the message is for whoever set it up. */
export class SetUpError extends Error {}

const Format = z.discriminatedUnion("kind", [
  /** pageLogFormat: PageLogFormat of cupsd.conf, to the letter. */
  z.strictObject({ kind: z.literal("cups"), pageLogFormat: z.string() }),
  /** timeZone: the print server's, since the log has wall-clock times. */
  z.strictObject({
    kind: z.literal("papercut"),
    timeZone: z.string().refine(isTimeZone, { error: "is no IANA time zone" }),
  }),
]);

/** The queues of CUPS that hold jobs for their owners. */
const Queue = z.strictObject({
  /** Its socket, or http://host:port. */
  cups: z
    .string()
    .regex(/^(\/|http:\/\/[^/]+\/?$)/, { error: "is neither the path of a socket nor http://host:port" })
    .default("/run/cups/cups.sock"),
  /** Whom CUPS shall see: over its socket, the account that the agent runs as. */
  user: z
    .string()
    .min(1)
    .default(() => userInfo().username),
});

const Settings = z.strictObject({
  server: z.url({ protocol: /^https?$/ }),
  tokenFile: z.string().min(1),
  log: z.string().min(1),
  format: Format,
  stateFile: z.string().min(1),
  /** Where to begin in a log that was never read. */
  startAt: z.enum(["end", "beginning"]).default("end"),
  pollSeconds: z.number().min(0.05).max(3600).default(2),
  /** A job is told once no more of its pages have come for so long. */
  quietSeconds: z.number().min(0).max(3600).default(10),
  /** Only these queues; null: all. */
  printers: z.array(z.string()).nullable().default(null),
  /** Which field says who prints: copiers often write the code that was typed as the billing account. */
  identity: z.enum(["user", "billing"]).default("user"),
  /** Whether jobs wait for their release, and where. */
  queue: Queue.nullable().default(null),
});
export const Config = Settings.refine(({ queue, format }) => queue === null || format.kind === "cups", {
  path: ["queue"],
  error: "needs the format cups: PaperCut holds jobs by itself",
});
export type Config = z.infer<typeof Config>;

/** The one file of configuration; paths in it count from where it lies. Throws SetUpError with every problem at once. */
export async function readConfig(path: string): Promise<Config> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new SetUpError(`There is no configuration at ${path}.`);
  });
  const parsed = Config.safeParse(parseJson(path, text));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `  ${issue.path.join(".") || "the whole file"}: ${issue.message}`,
    );
    throw new SetUpError(`${path} can't be used:\n${problems.join("\n")}`);
  }
  const config = parsed.data;
  requireSafe(config.server);
  const from = (file: string) => resolve(dirname(path), file);
  return { ...config, tokenFile: from(config.tokenFile), log: from(config.log), stateFile: from(config.stateFile) };
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SetUpError(`${path} is not JSON: ${String(error)}`);
  }
}

/** The token opens the copier to whoever reads it on the way. */
function requireSafe(server: string): void {
  const { protocol, hostname } = new URL(server);
  if (protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname)) return;
  throw new SetUpError(`server must begin with https://: the device token would travel in the open to ${hostname}.`);
}

export async function readToken({ tokenFile }: Config): Promise<string> {
  const text = await readFile(tokenFile, "utf8").catch(() => {
    throw new SetUpError(`The device token can't be read from ${tokenFile}.`);
  });
  return text.trim();
}

/** What the log will not say though prices depend on it, as a sentence; null when nothing is missing. */
export function adviceOn({ format }: Config): string | null {
  return format.kind === "cups" ? missingFromFormat(parsePageLogFormat(format.pageLogFormat)) : null;
}

/** Throws SetUpError for a PageLogFormat that can't be accounted. */
export function readerOf({ format }: Config): PrintLogReader<unknown> {
  try {
    // Each reader takes only the states that it made itself, and the state file says which format they are of.
    return (
      format.kind === "cups" ? pageLogReader(format.pageLogFormat) : papercutReader(format.timeZone)
    ) as PrintLogReader<unknown>;
  } catch (error) {
    throw new SetUpError(error instanceof Error ? error.message : String(error));
  }
}
