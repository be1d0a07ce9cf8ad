import { execFile, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chown, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A scheduler of our own: private folders, a private port, one queue that renders for a laser printer into nothing. */
export interface Cups {
  pageLog: string;
  print(options: { user: string; title: string; copies?: number; sides?: string; pages: number }): Promise<void>;
  /** Ends it, empties its spool, and starts it again: job ids begin from 1. */
  restartWithEmptySpool(): Promise<void>;
  close(): Promise<void>;
}

/** Installs the Debian package where that can be done. Returns why not, or null when there is a CUPS. */
export async function installCups(): Promise<string | null> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "it needs Linux, and root to start a scheduler";
  if (await exists("cupsd")) return null;
  if (!(await exists("apt-get"))) return "there is no apt-get to install the package cups with";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await run("apt-get", ["update"], { env, timeout: 120_000 });
    await run("apt-get", ["install", "-y", "cups", "cups-client"], { env, timeout: 240_000 });
    return null;
  } catch (error) {
    return `apt-get could not install the package cups: ${String(error).slice(0, 200)}`;
  }
}

async function exists(command: string): Promise<boolean> {
  return run("sh", ["-c", `command -v ${command} || command -v /usr/sbin/${command}`]).then(
    () => true,
    () => false,
  );
}

export async function aCups(pageLogFormat: string): Promise<Cups> {
  const folder = await mkdtemp(join(tmpdir(), "cups-"));
  const port = await freePort();
  await prepare(folder, port, pageLogFormat);
  const env = { ...process.env, CUPS_SERVER: `127.0.0.1:${port}` };
  let scheduler = await start(folder, env);
  await run("lpadmin", ["-p", "Copier", "-E", "-v", "file:///dev/null", "-m", "drv:///sample.drv/generpcl.ppd"], {
    env,
    timeout: 30_000,
  });
  return {
    pageLog: join(folder, "log/page_log"),
    print: async ({ user, title, copies = 1, sides = "one-sided", pages }) => {
      const file = join(folder, "document.ps");
      await writeFile(file, postScript(pages));
      await run(
        "lp",
        ["-d", "Copier", "-U", user, "-t", title, "-n", String(copies), "-o", "media=A4", "-o", `sides=${sides}`, file],
        { env, timeout: 30_000 },
      );
    },
    restartWithEmptySpool: async () => {
      await stop(scheduler);
      for (const name of await readdir(join(folder, "spool")))
        if (name !== "tmp") await rm(join(folder, "spool", name));
      await rm(join(folder, "cache/job.cache"), { force: true });
      scheduler = await start(folder, env);
    },
    close: async () => {
      await stop(scheduler);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function prepare(folder: string, port: number, pageLogFormat: string): Promise<void> {
  const lp = Number((await run("id", ["-u", "lp"])).stdout);
  const group = Number((await run("id", ["-g", "lp"])).stdout);
  await chown(folder, lp, group);
  for (const name of ["cache", "run", "run/certs", "spool", "spool/tmp", "log", "root", "root/ppd"]) {
    await mkdir(join(folder, name));
    await chown(join(folder, name), lp, group);
  }
  await writeFile(
    join(folder, "cups-files.conf"),
    `ServerRoot ${folder}/root
DataDir /usr/share/cups
ServerBin /usr/lib/cups
CacheDir ${folder}/cache
StateDir ${folder}/run
RequestRoot ${folder}/spool
TempDir ${folder}/spool/tmp
AccessLog ${folder}/log/access_log
ErrorLog ${folder}/log/error_log
PageLog ${folder}/log/page_log
FileDevice Yes
SystemGroup root
User lp
Group lp
`,
  );
  await writeFile(
    join(folder, "cupsd.conf"),
    `Listen 127.0.0.1:${port}
LogLevel info
PageLogFormat ${pageLogFormat}
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`,
  );
}

async function start(folder: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const scheduler = spawn(
    "/usr/sbin/cupsd",
    ["-f", "-c", join(folder, "cupsd.conf"), "-s", join(folder, "cups-files.conf")],
    { stdio: "ignore" },
  );
  for (let attempt = 0; attempt < 100; attempt++) {
    const { stdout } = await run("lpstat", ["-r"], { env, timeout: 5_000 }).catch(() => ({ stdout: "" }));
    if (stdout.includes("is running")) return scheduler;
    await wait(100);
  }
  await stop(scheduler);
  throw new Error("cupsd did not start.");
}

async function stop(scheduler: ChildProcess): Promise<void> {
  if (scheduler.exitCode !== null) return;
  const ended = new Promise((resolve) => scheduler.once("exit", resolve));
  scheduler.kill();
  await Promise.race([ended, wait(5_000, null, { ref: false })]);
  if (scheduler.exitCode === null && scheduler.signalCode === null) scheduler.kill("SIGKILL");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("No free port.")),
      );
    });
  });
}

function postScript(pages: number): string {
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const body = numbers.map(
    (page) =>
      `%%Page: ${page} ${page}\n/Courier findfont 20 scalefont setfont 100 400 moveto (${page}) show showpage\n`,
  );
  return `%!PS-Adobe-3.0\n%%Pages: ${pages}\n${body.join("")}%%EOF\n`;
}
