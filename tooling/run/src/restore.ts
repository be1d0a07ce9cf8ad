import { resolve } from "node:path";
import { restoreCluster, restoreServer } from "@working-social/backup";
import { readEnvironment } from "./environment.ts";
import { runUntilEnd } from "./prepare.ts";
import { Progress } from "./progress.ts";
import { Shutdown } from "./shutdown.ts";

const progress = new Progress();
const shutdown = new Shutdown();

/** `npm run restore -- FILE`: into an empty DATA_DIR, or with DATABASE_URL into that empty database. */
async function restore(): Promise<void> {
  const [given, ...rest] = process.argv.slice(2);
  if (given === undefined || rest.length > 0) throw new Error("Name the backup: npm run restore -- FILE");
  const file = resolve(process.env["INIT_CWD"] ?? process.cwd(), given);
  const { dataDir, databaseUrl } = readEnvironment(process.env);
  const { seal } = await progress.step("Restore", () =>
    databaseUrl === null ? restoreCluster(file, dataDir, progress.say) : restoreServer(file, databaseUrl, dataDir),
  );
  progress.say(`Everything up to ${seal.holdsUntil} is back. \`npm start\` goes on from there.`);
}

await runUntilEnd(restore, progress, shutdown);
