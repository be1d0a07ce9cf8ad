import { fork } from "node:child_process";
import { z } from "zod";

const Said = z.union([z.strictObject({ line: z.string() }), z.strictObject({ result: z.unknown() })]);

export interface ProcessOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Hears each line that the script tells. */
  readonly told?: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Runs a script that sends lines and then its result, in a process that ends: memory that it took comes back with it. Rejects
 * with what it wrote to its standard error when it ends without a result.
 */
export function inAProcess(script: string, { env, told = () => {}, signal }: ProcessOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = fork(script, [], { env, signal, stdio: ["ignore", "inherit", "pipe", "ipc"] });
    let words = "";
    let result: { readonly result: unknown } | null = null;
    child.stderr?.on("data", (chunk: Buffer) => (words += chunk.toString()));
    child.on("message", (message) => {
      const said = Said.parse(message);
      if ("line" in said) told(said.line);
      else result = { result: said.result };
    });
    child.on("error", reject);
    child.on("close", (code) =>
      result ? resolve(result.result) : reject(new Error(words.trim() || `${script} ended (${code}).`)),
    );
  });
}
