import { z } from "zod";
import type { Orders } from "./queue/watch-queue.ts";

const Answer = z.looseObject({
  results: z.array(
    z.looseObject({ key: z.string().nullable(), outcome: z.string(), issues: z.array(z.unknown()).optional() }),
  ),
  releases: z.array(z.looseObject({ key: z.string() })).default([]),
  removals: z.array(z.looseObject({ key: z.string() })).default([]),
});

/** What came of a post. "later": nobody heard it, or nobody could take it now. */
export type Posted =
  | { kind: "taken"; refused: { key: string; issues: unknown }[]; orders: Orders }
  | { kind: "later"; reason: string; retryAfterMs: number | null }
  /** It can't take this: too much at once, or something in it. */
  | { kind: "rejected"; status: number }
  | { kind: "revoked" };

const TIMEOUT_MS = 20_000;
/** What can come of a single event: the others are told without it. */
const REJECTIONS = new Set([400, 413, 422, 500]);

/** Tells the server. Never throws: what the network does is one of the answers. */
export async function postEvents(server: string, token: string, events: readonly unknown[]): Promise<Posted> {
  const request = {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ events }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: "error",
  } as const;
  try {
    return await readAnswer(await fetch(new URL("/api/print/jobs", server), request));
  } catch (error) {
    return { kind: "later", reason: reasonOf(error), retryAfterMs: null };
  }
}

async function readAnswer(response: Response): Promise<Posted> {
  if (response.status === 401) return { kind: "revoked" };
  if (REJECTIONS.has(response.status)) return { kind: "rejected", status: response.status };
  if (response.status !== 200) {
    const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
    return {
      kind: "later",
      reason: `the server answers ${response.status}`,
      retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
    };
  }
  // A proxy's own page with status 200 is no answer: then nothing counts as told.
  const answer = Answer.safeParse(await response.json().catch(() => null));
  if (!answer.success) return { kind: "later", reason: "the answer is not the server's", retryAfterMs: null };
  const refused = answer.data.results.flatMap(({ key, outcome, issues }) =>
    outcome === "bad_input" && key !== null ? [{ key, issues }] : [],
  );
  const { releases, removals } = answer.data;
  return { kind: "taken", refused, orders: { releases, removals } };
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
