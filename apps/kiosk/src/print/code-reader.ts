/**
 * Tells a person's digits from a code reader. A reader is a keyboard to the browser: it types the whole code within
 * moments and presses Enter. Pure: the keys and the pauses come from outside.
 */
export type Heard =
  | { kind: "digits"; digits: string }
  /** Enter by itself, or after digits. */
  | { kind: "enter" }
  | { kind: "erase" }
  | { kind: "code"; code: string };

/** What was typed without a pause, and what it was, if that is known already. */
export interface Listening {
  run: string;
  heard: readonly Heard[];
}

/** Digits wait this long before they count as a person's: another key may follow from a reader. */
export const SHORT_PAUSE_MS = 90;
/** Not even a slow reader rests this long in the middle of a code. */
export const LONG_PAUSE_MS = 1_000;

/** Release codes have 43 characters; a shorter one of another system is not worth a try at the lock. */
const SHORTEST_CODE = 16;
const LONGEST_CODE = 100;
const DIGITS = /^\d{1,10}$/;

/** A key, by the name that the browser gives it. Shift and its like say nothing by themselves. */
export function hearKey(run: string, key: string): Listening {
  if (key === "Enter") return run === "" ? { run, heard: [{ kind: "enter" }] } : { run: "", heard: endOf(run) };
  if (key === "Backspace") return { run: "", heard: [...endOf(run).filter(isDigits), { kind: "erase" }] };
  const isCharacter = [...key].length === 1 && key.trim() !== "";
  // One more than the longest is enough to know that it is none.
  return { run: isCharacter && run.length <= LONGEST_CODE ? run + key : run, heard: [] };
}

/** No key for SHORT_PAUSE_MS: digits are a person's, anything else may still go on. */
export function hearShortPause(run: string): Listening {
  return DIGITS.test(run) ? { run: "", heard: [{ kind: "digits", digits: run }] } : { run, heard: [] };
}

/** No key for LONG_PAUSE_MS: a reader that presses no Enter has ended. */
export function hearLongPause(run: string): Listening {
  return { run: "", heard: isCode(run) ? [{ kind: "code", code: run }] : [] };
}

function endOf(run: string): readonly Heard[] {
  if (DIGITS.test(run)) return [{ kind: "digits", digits: run }, { kind: "enter" }];
  return isCode(run) ? [{ kind: "code", code: run }] : [];
}

function isDigits({ kind }: Heard): boolean {
  return kind === "digits";
}

function isCode(run: string): boolean {
  return run.length >= SHORTEST_CODE && run.length <= LONGEST_CODE;
}
