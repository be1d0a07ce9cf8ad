import type { ColourMode } from "@working-social/copier/rules";
import { colourModeOf, MAX_SIDES } from "@working-social/copier/rules";
import type { IppGroup, IppValue } from "../ipp/message.ts";

/** RFC 8011 section 5.3.7. */
const STATES = { held: 4, canceled: 7, aborted: 8, completed: 9 } as const;
const MOST_COPIES = 9_999;
/** Of a document that tells nothing: a side of ordinary text and pictures, as printer languages have it. */
const BYTES_A_SIDE = 50 * 1024;

/** A job in a queue of CUPS. What it does not say is null. */
export interface QueuedJob {
  /** Its own for ever, whatever its number: the UUID that CUPS gave it. */
  key: string;
  id: number;
  printer: string;
  user: string | null;
  billing: string | null;
  title: string | null;
  createdAt: number;
  state: "waiting" | "held" | "printed" | "lost";
  copies: number;
  colour: ColourMode | null;
  paperSize: string | null;
  isDuplex: boolean | null;
  /** Sides of one copy, when its sender has counted them. */
  impressions: number | null;
  numberUp: number;
  pageRanges: readonly (readonly [number, number])[];
  sizeBytes: number;
  documents: number;
  format: string;
}

/** null for what is no job that could be told of. */
export function queuedJobOf(group: IppGroup): QueuedJob | null {
  const value = (name: string) => group.get(name)?.[0] ?? null;
  const id = wholeOf(value("job-id"));
  const printer = textOf(value("job-printer-uri"))?.split("/").at(-1);
  if (id === null || !printer) return null;
  const createdAt = wholeOf(value("time-at-creation")) ?? 0;
  const uuid = textOf(value("job-uuid"));
  return {
    key: `queue/${uuid ?? `${id}@${createdAt}`}`,
    id,
    printer: decodeURIComponent(printer),
    user: textOf(value("job-originating-user-name")),
    billing: textOf(value("job-billing")) ?? textOf(value("job-account-id")),
    title: textOf(value("job-name")),
    createdAt: createdAt * 1000,
    state: stateOf(wholeOf(value("job-state")), textOf(value("job-hold-until"))),
    copies: Math.min(Math.max(wholeOf(value("copies")) ?? 1, 1), MOST_COPIES),
    colour: colourModeOf(textOf(value("print-color-mode"))),
    paperSize: textOf(value("media")),
    isDuplex: duplexOf(textOf(value("sides"))),
    impressions: wholeOf(value("job-impressions")) || null,
    numberUp: Math.max(wholeOf(value("number-up")) ?? 1, 1),
    pageRanges: (group.get("page-ranges") ?? []).filter((range) => typeof range === "object" && range !== null),
    sizeBytes: (wholeOf(value("job-k-octets")) ?? 0) * 1024,
    documents: wholeOf(value("number-of-documents")) ?? 1,
    format: textOf(value("document-format")) ?? "",
  };
}

/**
 * The sides that a job will take, all copies together: as its sender counted them; else by the pages of its documents; else,
 * where nothing tells, a side for each 50 kB. What it costs is what comes out, whatever was estimated.
 */
export function estimateSides(job: QueuedJob, pages: number | null): number {
  const { impressions, copies } = job;
  const ofOne = impressions ?? (pages === null ? null : sidesOf(job, pages)) ?? Math.ceil(job.sizeBytes / BYTES_A_SIDE);
  return Math.min(Math.max(ofOne, 1) * copies, MAX_SIDES);
}

function sidesOf({ pageRanges, numberUp }: QueuedJob, pages: number): number {
  const chosen = pageRanges.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, pages) - from + 1), 0);
  return Math.ceil((pageRanges.length > 0 ? chosen : pages) / numberUp);
}

/** Held for its owner is what is held without an end; a job that waits for the night prints by itself. */
function stateOf(state: number | null, holdUntil: string | null): QueuedJob["state"] {
  if (state === STATES.completed) return "printed";
  if (state === STATES.canceled || state === STATES.aborted) return "lost";
  return state === STATES.held && holdUntil === "indefinite" ? "held" : "waiting";
}

function duplexOf(sides: string | null): boolean | null {
  return sides === null ? null : sides.startsWith("two-sided");
}

function textOf(value: IppValue): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function wholeOf(value: IppValue): number | null {
  return typeof value === "number" ? value : null;
}
