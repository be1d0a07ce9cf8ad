import { existsSync } from "node:fs";
import { join } from "node:path";
import { runServers } from "./run-servers.ts";

const portal = join(import.meta.dirname, "../..");

/** Starts the servers in a process of their own, and stops them when all tests are over. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (!existsSync(join(process.env["PORTAL_DIST"] ?? join(portal, "dist"), "index.html"))) {
    throw new Error("The portal is not built: run `vite build` in apps/portal first.");
  }
  return runServers(join(import.meta.dirname, "servers.ts"));
}
