import { execFile } from "node:child_process";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { promisify } from "node:util";
import type pg from "pg";
import { ROOT } from "./api-process.ts";

/** Where a result comes from. Another machine, or a busy one, gives other figures; the ratios should hold. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  /** Processes that wanted a core in the last minute, before anything was measured: far above the cores, the times tell nothing. */
  readonly loadBefore: number;
  readonly platform: string;
  readonly node: string;
  readonly postgres: string;
  readonly durability: Record<string, string>;
  readonly revision: string;
}

export async function describeMachine(owner: pg.Pool): Promise<Machine> {
  const setting = async (name: string) =>
    (await owner.query<{ value: string }>("SELECT current_setting($1) AS value", [name])).rows[0]?.value ?? "";
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 1e9),
    loadBefore: loadNow(),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    postgres: await setting("server_version"),
    durability: {
      fsync: await setting("fsync"),
      synchronous_commit: await setting("synchronous_commit"),
      full_page_writes: await setting("full_page_writes"),
    },
    revision: await revision(),
  };
}

/** Processes that wanted a core in the last minute, by the bench itself and by whatever else the machine does. */
export function loadNow(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}

async function revision(): Promise<string> {
  const git = (...args: string[]) =>
    promisify(execFile)("git", args, { cwd: ROOT }).then(
      ({ stdout }) => stdout.trim(),
      () => "",
    );
  const hash = await git("rev-parse", "--short", "HEAD");
  return hash === ""
    ? "unknown"
    : hash + ((await git("status", "--porcelain", "--untracked-files=no")) === "" ? "" : ", with changes");
}
