import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runDemoPrinters } from "@working-social/demo/printer";
import { apiEnvironment, startApi, waitUntilReady } from "./api-process.ts";
import { checkMail, readEnvironment, ROOT } from "./environment.ts";
import { codeForFirstOwner } from "./first-owner.ts";
import { checkPort } from "./port.ts";
import { checkNotRunning, prepareDatabase, runUntilEnd, runUntilStopped } from "./prepare.ts";
import { Progress } from "./progress.ts";
import { Shutdown } from "./shutdown.ts";
import { summary } from "./summary.ts";

const progress = new Progress();
const shutdown = new Shutdown();

/**
 * `npm run dev`: Vite serves the portal on PORT and passes the rest to the server on PORT + 1, which starts again
 * when a file changes; the kiosk is on PORT + 2. Everything else is as `npm start` does it, on the same data.
 */
async function develop(): Promise<void> {
  const environment = readEnvironment(process.env);
  const { host, port, publicUrl } = environment;
  checkMail(environment);
  await checkNotRunning(environment);
  for (const needed of [port, port + 1, port + 2]) await checkPort(host, needed);
  const { database, appUrl, demo } = await prepareDatabase(environment, { isBuilt: false }, progress, shutdown);
  const env = {
    ...apiEnvironment(environment, appUrl),
    NODE_ENV: "development",
    PORT: String(port + 1),
    PUBLIC_URL: publicUrl,
  };
  const api = await startApi({ env, logFile: null, watch: true });
  shutdown.add(() => api.stop());
  startVite("portal", port, port + 1);
  startVite("kiosk", port + 2, port + 1);
  await waitUntilReady(api, `http://${host}:${port + 1}`, null, shutdown.signal);
  // Through Vite, so that the address works when it is printed.
  await waitUntilReady(api, `http://127.0.0.1:${port}`, null, shutdown.signal);
  const setUpCode = await codeForFirstOwner(environment, database, appUrl);
  const kioskUrl = `http://localhost:${port + 2}/kiosk/`;
  void runDemoPrinters(`http://${host}:${port + 1}`, demo.printers, shutdown.signal);
  progress.say(summary(environment, demo, { kioskUrl, setUpCode, hasLogFile: false }));
  await runUntilStopped(api, database, environment, shutdown);
}

/** A Vite server of an app, if the app has pages yet. */
function startVite(app: string, port: number, apiPort: number): void {
  const cwd = join(ROOT, "apps", app);
  if (!existsSync(join(cwd, "index.html"))) return;
  const env = { ...process.env, API_URL: `http://127.0.0.1:${apiPort}` };
  const child = spawn("vite", ["--port", String(port), "--strictPort", "--clearScreen", "false"], {
    cwd,
    env,
    stdio: "inherit",
  });
  shutdown.add(async () => void child.kill("SIGTERM"));
}

await runUntilEnd(develop, progress, shutdown);
