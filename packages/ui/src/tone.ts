/** neutral: a fact; accent: good or possible; amber: waiting; red: money owed, refusals and failures only. */
export type Tone = "neutral" | "accent" | "amber" | "red";

/** Weak ground with text that reads on it (contrast ≥ 4.5 in both themes). */
export const toneClass: Record<Tone, string> = {
  neutral: "bg-sunk text-second",
  accent: "bg-accent-weak text-accent-on-weak",
  amber: "bg-amber-weak text-amber-on-weak",
  red: "bg-red-weak text-red-on-weak",
};
