import { newId } from "@working-social/kernel";
import { useRef } from "react";

export interface Intention {
  /** The key of doing this with exactly this input: the same at each retry, another when the input changes. */
  keyFor(input: unknown): string;
  /** It succeeded: doing the same again is a new intention. */
  done(): void;
}

/** One key for each intention, not for each click, so that a retry after a lost answer does nothing twice. */
export function useIntention(): Intention {
  const intention = useRef<Intention>(undefined);
  intention.current ??= makeIntention();
  return intention.current;
}

export function makeIntention(): Intention {
  let known: { signature: string; key: string } | null = null;
  return {
    keyFor(input) {
      const signature = JSON.stringify(input);
      if (known?.signature !== signature) known = { signature, key: newId() };
      return known.key;
    },
    done() {
      known = null;
    },
  };
}
