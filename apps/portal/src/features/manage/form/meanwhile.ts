import type { AppRefusal } from "../../../lib/refusals.ts";

/** Two people typed into the same field: the ways on from there. */
export interface Meanwhile {
  /** Saves what was typed here over what somebody else saved, having been told. */
  saveMine: () => void;
  /** Shows theirs where the two differ; whatever else was typed stays. */
  showTheirs: () => void;
}

/** What they do with theirs: the fields that both edited, as they are now. */
export type WaysOn = Record<keyof Meanwhile, (theirs: object) => void>;

/** The ways on from a refusal, when it is that somebody else edited the same; null for any other. */
export function meanwhileOf(refusal: AppRefusal | null, { saveMine, showTheirs }: WaysOn): Meanwhile | null {
  if (refusal?.code !== "edited_meanwhile") return null;
  const { now } = refusal;
  return { saveMine: () => saveMine(now), showTheirs: () => showTheirs(now) };
}
