export interface Progress {
  /** Runs a step, and says how long it took. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** On a terminal the running step shows; elsewhere a line a step. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  return {
    async step(name, work) {
      if (stream.isTTY) stream.write(`… ${name}`);
      const started = performance.now();
      try {
        return await work();
      } finally {
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        stream.write(`${stream.isTTY ? "\r\u001b[K" : ""}  ${name.padEnd(60)} ${seconds.padStart(6)} s\n`);
      }
    },
  };
}
