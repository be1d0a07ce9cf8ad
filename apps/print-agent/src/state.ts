import { open, readFile, rename } from "node:fs/promises";
import { z } from "zod";
import type { Config } from "./config.ts";
import { SetUpError } from "./config.ts";
import { kindOf, readerStateOf } from "./reader-state.ts";

/** Where in which file: the inode finds it after it was renamed, the hash tells a file that only looks the same. */
export const Position = z.strictObject({
  inode: z.number(),
  offset: z.int().min(0),
  /** SHA-256 of the kilobyte before the offset. */
  before: z.string(),
  encoding: z.enum(["bytes", "utf-16le"]),
});
export type Position = z.infer<typeof Position>;

const OutboxEntry = z.strictObject({
  event: z.looseObject({ key: z.string(), type: z.string() }),
  changedAt: z.number(),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;

/** A job that was told of while it waited, and is not known to be over. */
const KnownJob = z.strictObject({ key: z.string(), jobId: z.int() });
export type KnownJob = z.infer<typeof KnownJob>;

/** All that the agent must not forget, in one file that is replaced whole: what was read, and what was not yet told. */
export const AgentState = z.strictObject({
  version: z.literal(1),
  /** The format that `reader` belongs to. */
  format: z.string(),
  position: Position.nullable(),
  reader: z.unknown(),
  outbox: z.array(OutboxEntry),
  /** Of an agent that watches no queue: none. */
  queue: z.array(KnownJob).default([]),
});
export type AgentState = z.infer<typeof AgentState>;

/** null before the first time. Throws SetUpError for a file that is not ours: it is never overwritten. */
export async function loadState(path: string): Promise<AgentState | null> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return AgentState.parse(JSON.parse(text));
  } catch {
    throw new SetUpError(
      `${path} is not a state of this agent. Move it away to read the log anew; what was told is not counted twice.`,
    );
  }
}

/**
 * Where an agent goes on. What the reader remembers is kept when only its settings have changed (another PageLogFormat, another
 * zone): a header that was read stays read, a job that was begun stays begun. Of another kind of log nothing was read so far.
 */
export function resumed(state: AgentState | null, config: Config, format: string, start: unknown): AgentState {
  const fresh: AgentState = { version: 1, format, position: null, reader: start, outbox: [], queue: [] };
  if (!state) return fresh;
  const { kind } = config.format;
  const isSameKind = kindOf(state.format) === kind;
  const reader = (isSameKind && readerStateOf(kind, state.reader)) || start;
  return { ...state, format, reader, position: isSameKind ? state.position : null };
}

/** Written beside it, flushed and renamed: after a power cut there is the old state or the new one. */
export async function saveState(path: string, state: AgentState): Promise<void> {
  const file = await open(`${path}.new`, "w", 0o600);
  try {
    await file.writeFile(JSON.stringify(state));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}
