import { spawn } from "node:child_process";
import { ROOT } from "./environment.ts";

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/** Runs a program to its end and keeps its words to itself unless it fails; then they are the error. */
export function runQuietly(command: string, args: string[], options: CommandOptions = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...withDefaults(options), stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${output.trim()}\n${command} ${args.join(" ")} failed.`)),
    );
  });
}

/** Runs a program on our own terminal; its exit code, or 1 when it could not start or was killed. */
export function runVisibly(command: string, args: string[], options: CommandOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...withDefaults(options), stdio: "inherit" });
    child.on("error", (error) => {
      if (error.name !== "AbortError") process.stdout.write(`${command} could not be started: ${error.message}\n`);
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function withDefaults({ cwd = ROOT, env = process.env, signal }: CommandOptions) {
  return { cwd, env, killSignal: "SIGINT" as const, ...(signal ? { signal } : {}) };
}
