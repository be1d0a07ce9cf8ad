import { spawn, spawnSync } from "node:child_process";
import { chown, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** PgBouncer refuses to run as root; everybody has this account. */
const NOBODY = { uid: 65_534, gid: 65_534 };

export interface PgBouncer {
  /** The database's address through the pooler. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The program: the machine's own, or Debian's package unpacked into a temporary folder, which changes nothing on the
 * machine. Null where neither is to be had.
 */
export async function findPgBouncer(): Promise<string | null> {
  for (const program of ["pgbouncer", "/usr/sbin/pgbouncer"]) if (runs(program)) return program;
  const folder = join(tmpdir(), "working-social-pgbouncer");
  const unpacked = join(folder, "usr/sbin/pgbouncer");
  if (runs(unpacked)) return unpacked;
  await mkdir(folder, { recursive: true });
  const options = { cwd: folder, timeout: 60_000 };
  if (spawnSync("apt-get", ["download", "pgbouncer"], options).status !== 0) return null;
  const file = (await readdir(folder)).find((name) => name.endsWith(".deb"));
  if (file === undefined || spawnSync("dpkg-deb", ["-x", file, folder], options).status !== 0) return null;
  return runs(unpacked) ? unpacked : null;
}

function runs(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}

/** Starts it before a database, on loopback and a free port, as another account when this is root. */
export async function startPgBouncer(program: string, databaseUrl: string, mode: string): Promise<PgBouncer> {
  const account = process.getuid?.() === 0 ? NOBODY : null;
  const folder = await mkdtemp(join(tmpdir(), "working-social-pgbouncer-"));
  const port = await freePort();
  const { hostname, port: serverPort, pathname, username, password } = new URL(databaseUrl);
  await writeFile(join(folder, "users"), `"${username}" "${decodeURIComponent(password)}"\n`);
  await writeFile(
    join(folder, "ini"),
    `[databases]
${pathname.slice(1)} = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${folder}/users
pool_mode = ${mode}
default_pool_size = 40
ignore_startup_parameters = options, extra_float_digits
`,
  );
  for (const path of [folder, join(folder, "users"), join(folder, "ini")])
    if (account) await chown(path, account.uid, account.gid);
  const child = spawn(program, [join(folder, "ini")], { ...account, cwd: "/", stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const url = Object.assign(new URL(databaseUrl), { hostname: "127.0.0.1", port: String(port) }).toString();
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  await untilItAnswers(url).catch((error: unknown) => stop().then(() => Promise.reject(error)));
  return { url, stop };
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    const refusal: unknown = await client.connect().then(
      () => null,
      (error: unknown) => error,
    );
    await client.end();
    if (refusal === null) return;
    if (tries === 100) throw refusal;
    await sleep(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
