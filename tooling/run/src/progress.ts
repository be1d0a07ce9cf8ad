const CLEAR_LINE = "\r\u001b[K";

/** What one start or test run tells the person at the terminal: a line a step, with its seconds. */
export class Progress {
  #pending: string | null = null;

  /** Runs a step; shows it while it runs (on a terminal) and how long it took. The name may be known better afterwards. */
  async step<T>(name: string, run: () => Promise<T>, done: (result: T) => string = () => name): Promise<T> {
    const started = performance.now();
    this.#show(`… ${name}`);
    try {
      const result = await run();
      this.#finish(`✓ ${done(result)}`, started);
      return result;
    } catch (error) {
      this.#finish(`✗ ${name}`, started);
      throw error;
    }
  }

  /** A line of its own, also in the middle of a step. */
  readonly say = (line: string): void => {
    const pending = this.#pending;
    if (pending) process.stdout.write(CLEAR_LINE);
    process.stdout.write(`${line}\n`);
    if (pending) process.stdout.write(pending);
  };

  #show(line: string): void {
    if (!process.stdout.isTTY) return;
    this.#pending = line;
    process.stdout.write(line);
  }

  #finish(line: string, started: number): void {
    if (this.#pending) process.stdout.write(CLEAR_LINE);
    this.#pending = null;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${line.padEnd(60)} ${seconds.padStart(5)} s\n`);
  }
}

/** Errors thrown on purpose carry a sentence; anything else is a defect and shows where it happened. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.constructor === Error ? error.message : (error.stack ?? error.message);
}
