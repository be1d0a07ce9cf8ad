import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const portal = join(import.meta.dirname, "../..");

/** Starts the servers in a process of their own, and stops them when all tests are over. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (!existsSync(join(portal, "dist/index.html"))) {
    throw new Error("The portal is not built: run `vite build` in apps/portal first.");
  }
  const servers = spawn(process.execPath, [join(import.meta.dirname, "servers.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => servers.once("exit", () => resolve()));
  const ready = await Promise.race([firstLine(servers.stdout), ended]);
  if (typeof ready !== "string") throw new Error("The servers for the tests did not start.");
  const { url, controlUrl }: { url: string; controlUrl: string } = JSON.parse(ready);
  process.env["E2E_URL"] = url;
  process.env["E2E_CONTROL_URL"] = controlUrl;
  return async () => {
    // They stop when their input ends, so that they also go when this process is killed.
    servers.stdin.end();
    await ended;
  };
}

function firstLine(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => createInterface(output).once("line", resolve));
}
