import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * Starts a program that serves the tests (`serveTests`) in a process of its own, tells the tests where it is, and gives
 * back how it is stopped when all of them are over.
 */
export async function runServers(program: string): Promise<() => Promise<void>> {
  const servers = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] });
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
