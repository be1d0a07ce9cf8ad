import { runDemoPrinters } from "@working-social/demo/printer";
import type { ApiProcess } from "./api-process.ts";
import { apiEnvironment, startApi, waitUntilReady } from "./api-process.ts";
import { keepBackups } from "./daily-backup.ts";
import type { Environment } from "./environment.ts";
import { checkMail, dataFile, readEnvironment } from "./environment.ts";
import { codeForFirstOwner } from "./first-owner.ts";
import { checkPort } from "./port.ts";
import { checkNotRunning, prepareDatabase, runUntilEnd, runUntilStopped } from "./prepare.ts";
import { explain, Progress } from "./progress.ts";
import { Shutdown } from "./shutdown.ts";
import { summary } from "./summary.ts";

const progress = new Progress();
const shutdown = new Shutdown();

/** `npm start`: everything from nothing to a running server, and down again. */
async function serve(): Promise<void> {
  const environment = readEnvironment(process.env);
  checkMail(environment);
  await checkNotRunning(environment);
  await checkPort(environment.host, environment.port);
  const { database, appUrl, demo } = await prepareDatabase(environment, { isBuilt: true }, progress, shutdown);
  const api = await startServer(environment, appUrl);
  shutdown.check();
  void runDemoPrinters(serverOrigin(environment), demo.printers, shutdown.signal);
  progress.say(summary(environment, demo, { setUpCode: await codeForFirstOwner(environment, database, appUrl) }));
  keepBackups(environment, progress.say, shutdown.signal).catch((error: unknown) => {
    progress.say(`No daily backups: ${explain(error)}`);
  });
  await runUntilStopped(api, database, environment, shutdown);
}

async function startServer(environment: Environment, appUrl: string): Promise<ApiProcess> {
  const logFile = dataFile(environment, "api.log");
  return progress.step("Server", async () => {
    const api = await startApi({ env: apiEnvironment(environment, appUrl), logFile });
    shutdown.add(() => api.stop());
    await waitUntilReady(api, serverOrigin(environment), logFile, shutdown.signal);
    return api;
  });
}

/** Where this machine finds the server. */
function serverOrigin({ host, port }: Environment): string {
  return `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;
}

await runUntilEnd(serve, progress, shutdown);
