import type { Interval } from "@working-social/kernel";

/** One request as a client saw it. Times are of the client's monotonic clock: `invokedMs` before sending, `answeredMs` after. */
export interface Attempt {
  verb: "book" | "hold" | "confirm" | "release" | "change" | "cancel";
  key: string;
  /** What was wished; null for verbs that wish for no slot. */
  wish: { resourceId: string; slot: Interval } | null;
  /** The booking that the verb was about, if it is an earlier one. */
  bookingId: string | null;
  invokedMs: number;
  answeredMs: number;
  answer: Answer;
}

export type Answer =
  | { kind: "ok"; bookingId: string; resourceId: string; slot: Interval; status: string; sequence: number }
  | { kind: "refused"; code: string; refusals: string[] }
  /** The connection broke: nobody knows whether it happened. */
  | { kind: "unknown" }
  /** An answer that no client should ever get. */
  | { kind: "fault"; text: string };

/** A resource as the checker knows it: how many can have it at once, and what a booking takes around its slot. */
export interface Place {
  resourceId: string;
  capacity: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}

/** A state of a booking, with the widest time in which it may have been in force. */
export interface Version {
  bookingId: string;
  resourceId: string;
  slot: Interval;
  isActive: boolean;
  status: string;
  sequence: number;
  /** It can't have been in force before this … */
  sinceMs: number;
  /** … nor after this. */
  untilMs: number;
}

const ACTIVE = ["held", "pending_approval", "confirmed"];

/** All states that bookings were acknowledged in, in the order of their sequence. Answers repeated by a key count once. */
export function versionsOf(history: readonly Attempt[]): Map<string, Version[]> {
  const bySequence = new Map<string, Map<string, Version>>();
  for (const { answer, invokedMs } of history) {
    if (answer.kind !== "ok") continue;
    const states = bySequence.get(answer.bookingId) ?? new Map<string, Version>();
    bySequence.set(answer.bookingId, states);
    const key = `${answer.sequence} ${answer.status}`;
    const earlier = states.get(key);
    const { bookingId, resourceId, slot, status, sequence } = answer;
    const sinceMs = Math.min(invokedMs, earlier?.sinceMs ?? Infinity);
    states.set(key, {
      bookingId,
      resourceId,
      slot,
      status,
      sequence,
      isActive: ACTIVE.includes(status),
      sinceMs,
      untilMs: Infinity,
    });
  }
  return new Map([...bySequence].map(([id, states]) => [id, inOrder([...states.values()], history)]));
}

/** A state ends, at the latest, when the client was told of the next one. */
function inOrder(states: Version[], history: readonly Attempt[]): Version[] {
  const ordered = states.sort((a, b) => a.sequence - b.sequence || Number(b.isActive) - Number(a.isActive));
  return ordered.map((state, index) => {
    const next = ordered[index + 1];
    if (!next) return state;
    const told = history.filter(
      ({ answer }) =>
        answer.kind === "ok" &&
        answer.bookingId === state.bookingId &&
        answer.sequence === next.sequence &&
        answer.status === next.status,
    );
    return { ...state, untilMs: Math.min(...told.map((attempt) => attempt.answeredMs)) };
  });
}
