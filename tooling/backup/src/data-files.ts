import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Entry } from "./contents.ts";
import { DATA } from "./contents.ts";
import { fileBytes } from "./file-bytes.ts";

/** What of the data folder belongs to this machine or this run, or is saved in another way. */
const LEFT_OUT = [
  /^postgres$/,
  /^lost\+found$/, // of a volume's file system, and closed to us
  /^postgres\.(location|lock|log)$/,
  /^backups$/,
  /\.tar\.gz$/, // backups that somebody keeps here under another name: each would hold all earlier ones
  /\.log$/,
  /^backup-status\.json$/,
  /\.part(ial)?$/,
];

/** The files of a data folder beside the database: secrets, development mail, what the demo told. Nothing of it is large. */
export async function* dataFiles(dataDir: string, folder = ""): AsyncGenerator<Entry> {
  for (const found of await readdir(join(dataDir, folder), { withFileTypes: true })) {
    const path = join(folder, found.name);
    if (LEFT_OUT.some((pattern) => pattern.test(path))) continue;
    if (found.isDirectory()) yield* dataFiles(dataDir, path);
    else if (found.isFile()) yield* oneFile(join(dataDir, path), `${DATA}${path.replaceAll("\\", "/")}`);
  }
}

/** Nothing for a file that has gone meanwhile. */
export async function* oneFile(path: string, name: string): AsyncGenerator<Entry> {
  const { size } = (await stat(path).catch(unlessGone)) ?? { size: -1 };
  if (size >= 0) yield { name, size, bytes: fileBytes(path, size) };
}

/** Null for a path that is not there (any more); whatever else is wrong is told. */
export function unlessGone(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
