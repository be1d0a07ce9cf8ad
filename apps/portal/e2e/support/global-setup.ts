import { existsSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "./browser.ts";
import { runServers } from "./run-servers.ts";

const portal = join(import.meta.dirname, "../..");

/** Starts the servers in a process of their own, and stops them when all tests are over. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (!existsSync(join(process.env["PORTAL_DIST"] ?? join(portal, "dist"), "index.html"))) {
    throw new Error("The portal is not built: run `vite build` in apps/portal first.");
  }
  await unpackBrowser();
  return runServers(join(import.meta.dirname, "servers.ts"));
}

/** The carried browser unpacks itself with its first start: once, before workers do it at the same time. */
async function unpackBrowser(): Promise<void> {
  const browser = await launchBrowser();
  await browser.close();
}
