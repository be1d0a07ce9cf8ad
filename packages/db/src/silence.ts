const SWEEP_MS = 1_000;

/** A connection that can be asked, once a second, whether the other side still speaks. */
export interface Listener {
  /** Called once a second. */
  listen(): void;
}

const listeners = new Set<Listener>();
let sweep: NodeJS.Timeout | undefined;

/**
 * Has a connection look once a second whether it waits in vain; returns how to stop. One timer serves all, so that a
 * statement costs none; and since the looks are counted, a process that itself stood still for a while does not take
 * its own absence for the other side's.
 */
export function listenForSilence(listener: Listener): () => void {
  listeners.add(listener);
  sweep ??= setInterval(() => {
    for (const one of listeners) one.listen();
  }, SWEEP_MS).unref();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(sweep);
    sweep = undefined;
  };
}
