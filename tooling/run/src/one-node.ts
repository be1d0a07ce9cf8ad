import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runQuietly } from "./command.ts";
import { ROOT } from "./environment.ts";
import { explain } from "./progress.ts";

/**
 * `npm run serve`, `npm run worker`: one process of a server that has several, on a database that is migrated. Builds what
 * it needs (what is unchanged comes from a cache) and becomes the script that it is given, signals and all.
 */
async function main(script: string): Promise<void> {
  if (!process.env["APP_DATABASE_URL"])
    throw new Error("APP_DATABASE_URL names the database to serve, by the login that `npm run migrate` makes.");
  if (script.endsWith("main.ts")) await runQuietly("turbo", ["run", "build", "--output-logs=errors-only"]);
  process.env["PORTAL_DIST"] ??= join(ROOT, "apps/portal/dist");
  process.env["KIOSK_DIST"] ??= join(ROOT, "apps/kiosk/dist");
  await import(pathToFileURL(join(ROOT, script)).href);
}

try {
  await main(process.argv[2] ?? "");
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
