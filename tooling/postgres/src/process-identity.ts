import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process for certain: numbers are used again, the moment of birth is not. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly born: string;
}

/** Null when no such process runs. */
export function identify(pid: number): ProcessIdentity | null {
  if (!isAlive(pid)) return null;
  if (process.platform === "win32") return { pid, born: "" };
  const born = process.platform === "linux" ? linuxBirth(pid) : ps(pid, "lstart=");
  return born ? { pid, born } : null;
}

/** The command line of a running process, or "" when it cannot be read. */
export function commandLine(pid: number): string {
  if (process.platform !== "linux") return ps(pid, "command=");
  return read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** In a container without an init process, a dead orphan stays as a zombie that still answers signals. */
function isZombie(pid: number): boolean {
  return process.platform === "linux" && statFields(pid)[0] === "Z";
}

function linuxBirth(pid: number): string {
  const ticks = statFields(pid)[19];
  return ticks ? `${read("/proc/sys/kernel/random/boot_id").trim()} ${ticks}` : "";
}

/** The fields of proc_pid_stat(5) after the name, which is in parentheses and may hold anything. */
function statFields(pid: number): string[] {
  const line = read(`/proc/${pid}/stat`);
  return line.slice(line.lastIndexOf(")") + 2).split(" ");
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function ps(pid: number, column: string): string {
  return spawnSync("ps", ["-p", String(pid), "-o", column], { encoding: "utf8" }).stdout?.trim() ?? "";
}
