import type { Drawing } from "./drawing.ts";

export interface History {
  readonly now: Drawing;
  readonly past: readonly Drawing[];
  readonly future: readonly Drawing[];
  /** What the last change was about: a second one about the same joins it, so that typing 250 is one step. */
  readonly about: string | null;
}

export type Step =
  | { do: "change"; to: Drawing; about?: string | undefined }
  | { do: "undo" }
  | { do: "redo" }
  | { do: "reset"; to: Drawing };

const MOST_STEPS = 200;

export function historyOf(drawing: Drawing): History {
  return { now: drawing, past: [], future: [], about: null };
}

export function step(history: History, action: Step): History {
  const { now, past, future, about } = history;
  if (action.do === "reset") return historyOf(action.to);
  if (action.do === "change") {
    const joins = action.about !== undefined && action.about === about;
    return {
      now: action.to,
      past: joins ? past : [...past, now].slice(-MOST_STEPS),
      future: [],
      about: action.about ?? null,
    };
  }
  const to = action.do === "undo" ? past.at(-1) : future[0];
  if (!to) return history;
  return action.do === "undo"
    ? { now: to, past: past.slice(0, -1), future: [now, ...future], about: null }
    : { now: to, past: [...past, now], future: future.slice(1), about: null };
}
