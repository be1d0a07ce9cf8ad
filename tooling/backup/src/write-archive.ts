import type { Hash } from "node:crypto";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pack } from "tar-stream";
import type { Pack } from "tar-stream";
import type { Entry, Listed, Manifest, Seal } from "./contents.ts";
import { MANIFEST, SEAL } from "./contents.ts";

/** The backup is as secret as what it holds. */
const OWNER_ONLY = 0o600;

/** Hears how many bytes have been read so far. */
export type Told = (bytes: number) => void;

interface Contents {
  manifest: Manifest;
  entries: AsyncIterable<Entry>;
  /** Asked when the entries are through. */
  holdsUntil: () => string;
}

/** Writes manifest, entries and seal to `file` as a compressed tar, which other tools open too, and flushes it to the disk. */
export async function writeArchive(file: string, contents: Contents, told: Told = () => {}): Promise<void> {
  const archive = pack();
  const stream = createWriteStream(file, { mode: OWNER_ONLY, flush: true });
  const written = pipeline(archive, createGzip({ level: 1 }), stream);
  await Promise.all([written, fill(archive, contents, told)]);
}

async function fill(archive: Pack, { manifest, entries, holdsUntil }: Contents, told: Told): Promise<void> {
  try {
    await addText(archive, MANIFEST, manifest);
    const files: Listed[] = [];
    let bytes = 0;
    for await (const entry of entries) {
      files.push({ name: entry.name, sha256: await add(archive, entry) });
      told((bytes += entry.size));
    }
    await addText(archive, SEAL, { holdsUntil: holdsUntil(), files } satisfies Seal);
    archive.finalize();
  } catch (error) {
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

/** Returns the SHA-256 of what was added. */
async function add(archive: Pack, { name, size, bytes }: Entry): Promise<string> {
  const hash = createHash("sha256");
  if (bytes === null) {
    archive.entry({ name: `${name}/`, type: "directory", mode: 0o700 });
    return hash.digest("hex");
  }
  await pipeline(hashing(bytes, hash), archive.entry({ name, size, mode: OWNER_ONLY }));
  return hash.digest("hex");
}

async function* hashing(bytes: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

function addText(archive: Pack, name: string, value: unknown): Promise<string> {
  const text = Buffer.from(JSON.stringify(value, null, 2));
  return add(archive, { name, size: text.length, bytes: once(text) });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
