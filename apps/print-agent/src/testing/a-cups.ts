import { execFile, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { appendFile, chown, copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

interface PrintOptions {
  user: string;
  title: string;
  copies?: number;
  sides?: string;
  pages: number;
  /** Further options of lp. */
  options?: string[];
}

/** A scheduler of our own: private folders, a private port, one queue that renders for a laser printer into nothing. */
export interface Cups {
  pageLog: string;
  socket: string;
  print(options: PrintOptions): Promise<void>;
  /** The jobs that are not over: their names, as "Copier-1 ana". */
  open(): Promise<string[]>;
  /** A command of CUPS, as root. */
  run(command: string, ...args: string[]): Promise<string>;
  /** Ends it, empties its spool, and starts it again: job ids begin from 1. */
  restartWithEmptySpool(): Promise<void>;
  close(): Promise<void>;
}

/** Installs the Debian package where that can be done. Returns why not, or null when there is a CUPS. */
export async function installCups(): Promise<string | null> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "it needs Linux, and root to start a scheduler";
  if (!(await exists("apt-get")))
    return (await exists("cupsd")) ? null : "there is no apt-get to install the package cups with";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    // Several test files may want it at the same time: apt-get lets only one in, and half of a CUPS is none.
    const isThere = "test -x /usr/sbin/cupsd && ls /usr/lib/*/libnss_wrapper.so";
    const install = `(${isThere}) || (apt-get update && apt-get install -y cups cups-client libnss-wrapper)`;
    await run("flock", [join(tmpdir(), "install-cups.lock"), "sh", "-c", install], { env, timeout: 600_000 });
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
  const socket = join(folder, "run/cups.sock");
  await prepare(folder, socket, pageLogFormat);
  const env = { ...process.env, CUPS_SERVER: socket };
  const command = async (name: string, ...args: string[]) => (await run(name, args, { env, timeout: 30_000 })).stdout;
  await knowUsers(folder);
  let scheduler = await start(folder, env);
  const driver = ["-v", "file:///dev/null", "-m", "drv:///sample.drv/generpcl.ppd"];
  await command("lpadmin", "-p", "Copier", "-E", ...driver);
  return {
    pageLog: join(folder, "log/page_log"),
    socket,
    run: command,
    open: async () => {
      const lines = (await command("lpstat", "-W", "not-completed", "-o")).split("\n").filter((line) => line !== "");
      return lines.map((line) => line.split(/\s+/).slice(0, 2).join(" "));
    },
    print: async ({ user, title, copies = 1, sides = "one-sided", pages, options = [] }) => {
      if (!USERS.includes(user.replace(/@.*/, ""))) throw new Error(`The print server has no account for ${user}.`);
      const file = join(folder, "document.ps");
      await writeFile(file, postScript(pages));
      const what = ["-n", String(copies), "-o", "media=A4", "-o", `sides=${sides}`, ...options, file];
      await command("lp", "-d", "Copier", "-U", user, "-t", title, ...what);
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

async function prepare(folder: string, socket: string, pageLogFormat: string): Promise<void> {
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
    `Listen ${socket}
LogLevel info
PageLogFormat ${pageLogFormat}
Browsing No
WebInterface No
DefaultAuthType Basic
<Location />
  Order allow,deny
  Allow all
</Location>
${await debiansPolicy()}
`,
  );
}

const USERS = ["ana", "reception", "newcomer"];

/**
 * Who prints is an account of the print server, as in a space with a directory of its own. Some CUPS even need it: that of Debian's
 * 2.4.2-3+deb12u10 ends with a segmentation fault when somebody prints whom the system does not know. It takes "ana@example.test" for
 * the account "ana" of a Kerberos realm.
 */
async function knowUsers(folder: string): Promise<void> {
  const accounts = USERS.map((name, index) => `${name}:x:${60_000 + index}:65534::/nonexistent:/usr/sbin/nologin\n`);
  await copyFile("/etc/passwd", join(folder, "passwd"));
  await appendFile(join(folder, "passwd"), accounts.join(""));
  await copyFile("/etc/group", join(folder, "group"));
}

/** The accounts of this folder instead of the machine's, for one process (Debian's libnss-wrapper). */
function withUsersOf(folder: string): NodeJS.ProcessEnv {
  return {
    LD_PRELOAD: "libnss_wrapper.so",
    NSS_WRAPPER_PASSWD: join(folder, "passwd"),
    NSS_WRAPPER_GROUP: join(folder, "group"),
  };
}

/** What a print server's CUPS really allows to whom: an agent that works here works there. */
async function debiansPolicy(): Promise<string> {
  const conf = await readFile("/etc/cups/cupsd.conf", "utf8").catch(() => "");
  const [policy] = /<Policy default>[\s\S]*?<\/Policy>/.exec(conf) ?? [];
  if (policy === undefined) throw new Error("/etc/cups/cupsd.conf has no default policy.");
  return policy;
}

async function start(folder: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const scheduler = spawn(
    "/usr/sbin/cupsd",
    ["-f", "-c", join(folder, "cupsd.conf"), "-s", join(folder, "cups-files.conf")],
    { stdio: "ignore", env: { ...process.env, ...withUsersOf(folder) } },
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

function postScript(pages: number): string {
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const body = numbers.map(
    (page) =>
      `%%Page: ${page} ${page}\n/Courier findfont 20 scalefont setfont 100 400 moveto (${page}) show showpage\n`,
  );
  return `%!PS-Adobe-3.0\n%%Pages: ${pages}\n${body.join("")}%%EOF\n`;
}
