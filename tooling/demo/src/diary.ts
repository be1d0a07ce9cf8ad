import type { Interval } from "@working-social/kernel";
import { overlaps } from "@working-social/kernel";

/** Who and what is taken when, while the demo's weeks are thought up: a name may be taken so many times at once. */
export interface Diary {
  /** Writes the span under all names, unless one of them is taken too often in it already. Says whether it did. */
  take(span: Interval, names: ReadonlyMap<string, number>): boolean;
}

export function emptyDiary(): Diary {
  const spansOf = new Map<string, Interval[]>();
  return {
    take(span, names) {
      const isFree = ([name, atOnce]: [string, number]) =>
        (spansOf.get(name) ?? []).filter((taken) => overlaps(taken, span)).length < atOnce;
      if (![...names].every(isFree)) return false;
      for (const name of names.keys()) spansOf.set(name, [...(spansOf.get(name) ?? []), span]);
      return true;
    },
  };
}
