import { existsSync } from "node:fs";
import { join } from "node:path";
import { runServers } from "@working-social/portal/e2e/run-servers";

const kiosk = join(import.meta.dirname, "../..");

/** Starts the servers in a process of their own, and stops them when all tests are over. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (!existsSync(join(kiosk, "dist/index.html"))) {
    throw new Error("The kiosk is not built: run `vite build` in apps/kiosk first.");
  }
  return runServers(join(import.meta.dirname, "servers.ts"));
}
