import { spawnSync } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** The system account that PostgreSQL runs as; null means the account of this process. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number } | null;

export type Log = (line: string) => void;

const OWN_ACCOUNT = "working-social";

/**
 * PostgreSQL refuses to run as root, so root starts it as somebody else: the owner of an existing cluster,
 * else a system account of our own, else one that every Unix has.
 */
export async function chooseAccount(cluster: string, log: Log): Promise<Account> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(join(cluster, "PG_VERSION")).catch(() => null);
  if (owner && owner.uid !== 0) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const existing = await lookUp(OWN_ACCOUNT);
  if (existing) return existing;
  const created = createAccount() ? await lookUp(OWN_ACCOUNT) : null;
  if (created) {
    log(`PostgreSQL refuses to run as root: created the system account ${OWN_ACCOUNT} for it.`);
    return created;
  }
  const borrowed = (await lookUp("postgres")) ?? (await lookUp("nobody"));
  if (!borrowed)
    throw new Error("PostgreSQL refuses to run as root, and no other account can be made. Start as a normal user.");
  log(`PostgreSQL refuses to run as root: it runs as ${borrowed.name}.`);
  return borrowed;
}

/** What child_process needs to start a program as the account; "/" because the account may not enter our folder. */
export function asAccount(account: Account): { cwd: string; uid?: number; gid?: number } {
  return account ? { cwd: "/", uid: account.uid, gid: account.gid } : { cwd: "/" };
}

/** Whether the account can run the test(1) expression, such as -x or -w, on a path through all of its parents. */
export function accountCan(account: Account, test: "-x" | "-w", path: string): boolean {
  if (!account) return true;
  return spawnSync("/bin/sh", ["-c", `test ${test} "$1"`, "sh", path], asAccount(account)).status === 0;
}

/** Debian, Fedora and Arch have useradd; Alpine's busybox has adduser. */
function createAccount(): boolean {
  const shadow = [
    "--system",
    "--user-group",
    "--no-create-home",
    "--home-dir",
    "/nonexistent",
    "--shell",
    "/bin/false",
  ];
  if (spawnSync("useradd", [...shadow, OWN_ACCOUNT]).status === 0) return true;
  return spawnSync("adduser", ["-S", "-D", "-H", "-s", "/bin/false", OWN_ACCOUNT]).status === 0;
}

async function lookUp(name: string): Promise<Account> {
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  const fields = passwd
    .split("\n")
    .find((line) => line.startsWith(`${name}:`))
    ?.split(":");
  const uid = Number(fields?.[2]);
  const gid = Number(fields?.[3]);
  return Number.isInteger(uid) && Number.isInteger(gid) && uid > 0 ? { name, uid, gid } : null;
}
