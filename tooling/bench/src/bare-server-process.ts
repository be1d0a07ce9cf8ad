import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { BareServerTask } from "./bare-server.ts";

export interface BareServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the floor of reads in a process of its own, as the product's server has one. */
export async function startBareServer(task: BareServerTask): Promise<BareServer> {
  const child = fork(join(import.meta.dirname, "bare-server.ts"), {
    serialization: "advanced",
    env: { ...process.env, NODE_ENV: "production" },
  });
  child.send(task);
  const [port] = (await once(child, "message", { signal: AbortSignal.timeout(30_000) })) as [number];
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
