/** Signals that may come twice for one Ctrl-C: from the terminal, and passed on by npm. */
const ECHO_MS = 1_000;

/**
 * Everything that was started, in order; stopped in reverse. Ctrl-C, a termination signal, or the death of whoever
 * started us aborts `signal`.
 */
export class Shutdown {
  readonly #stops: (() => Promise<void>)[] = [];
  readonly #controller = new AbortController();
  #firstSignalAt = 0;

  constructor() {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => this.#onSignal());
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) this.#controller.abort();
    }, 500).unref();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Settles when it is time to stop. */
  requested(): Promise<void> {
    if (this.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => this.signal.addEventListener("abort", () => resolve(), { once: true }));
  }

  /** Remembers how to stop what was just started. */
  add(stop: () => Promise<void>): void {
    this.#stops.push(stop);
  }

  /** Throws if it is time to stop; called between steps. */
  check(): void {
    if (this.signal.aborted) throw new Interrupted();
  }

  async stopAll(): Promise<void> {
    for (const stop of this.#stops.splice(0).reverse()) await stop();
  }

  /** A second Ctrl-C, not an echo of the first, ends at once: the watchdogs stop the children. */
  #onSignal(): void {
    if (this.#firstSignalAt === 0) this.#firstSignalAt = performance.now();
    else if (performance.now() - this.#firstSignalAt > ECHO_MS) process.exit(130);
    this.#controller.abort();
  }
}

/** Thrown by a step that was under way when the person pressed Ctrl-C. */
export class Interrupted extends Error {}
