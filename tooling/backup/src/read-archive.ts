import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import type { Header } from "tar-stream";
import { z } from "zod";
import type { Listed } from "./contents.ts";
import { CLUSTER, DATA, DUMP, Manifest, MANIFEST, Seal, SEAL } from "./contents.ts";

/** A cluster has some thousand files, and each has a line in the seal; whatever is larger is none of ours, and is not read. */
const MOST_JSON_BYTES = 100_000_000;

/** Receives each file and folder of an archive; a folder has no bytes. Nobody is obliged to read the bytes. */
export type Receive = (name: string, bytes: AsyncIterable<Uint8Array> | null) => Promise<void>;

export interface ReadArchive {
  readonly manifest: Manifest;
  readonly seal: Seal;
}

/**
 * Reads a backup from its first byte to its seal, and compares each file with its checksum. Throws with a sentence when it is
 * none of ours, was cut off, or was changed; so whoever must not act on half a backup reads it once without `receive` first.
 */
export async function readArchive(file: string, receive: Receive = async () => {}): Promise<ReadArchive> {
  const name = basename(file);
  if (!(await stat(file).catch(() => null))?.isFile()) throw new Error(`${file} is not a file.`);
  const found: Found = { manifest: null, seal: null, files: [] };
  try {
    const entries = extract();
    const fed = pipeline(createReadStream(file), createGunzip(), entries);
    await Promise.all([fed, takeAll(entries, found, receive)]);
  } catch (error) {
    throw sentenceFor(error, found, name);
  }
  const { manifest, seal, files } = found;
  if (manifest === null) throw new Error(notOurs(name));
  if (seal === null) throw new Error(cutOff(name));
  if (!isSame(files, seal.files)) throw new Error(`${name} was changed after it was made: its checksums don't agree.`);
  return { manifest, seal };
}

interface Found {
  manifest: Manifest | null;
  seal: Seal | null;
  readonly files: Listed[];
}

/** The library does not say what its streams are made of. */
type TarEntry = AsyncIterable<unknown> & { readonly header: Header };

async function takeAll(entries: AsyncIterable<TarEntry>, found: Found, receive: Receive): Promise<void> {
  for await (const entry of entries) await take(entry, found, receive);
}

async function take(entry: TarEntry, found: Found, receive: Receive): Promise<void> {
  const { name, type } = entry.header;
  if (found.manifest === null) {
    if (name !== MANIFEST) throw new NotOurs();
    found.manifest = Manifest.parse(await json(entry));
  } else if (name === SEAL) {
    found.seal = Seal.parse(await json(entry));
  } else {
    const path = name.replace(/\/$/, "");
    if (!isOurPath(path) || (type !== "file" && type !== "directory") || found.seal !== null) throw new NotOurs();
    found.files.push({ name: path, sha256: await hashed(entry, path, type === "directory", receive) });
  }
}

async function hashed(entry: TarEntry, path: string, isFolder: boolean, receive: Receive): Promise<string> {
  const hash = createHash("sha256");
  const bytes = (async function* () {
    for await (const chunk of bytesOf(entry)) {
      hash.update(chunk);
      yield chunk;
    }
  })();
  await receive(path, isFolder ? null : bytes);
  for await (const _rest of bytes); // what the receiver left has to be read, and counts
  return hash.digest("hex");
}

/**
 * Only below the folders of a backup: an archive from elsewhere must not write anywhere else. Any name will do within: people
 * lay files of their own beside ours.
 */
function isOurPath(path: string): boolean {
  if (path === DUMP) return true;
  const parts = path.split("/");
  return (
    (path.startsWith(CLUSTER) || path.startsWith(DATA)) &&
    parts.every((part) => /^[^\\\p{Cc}]+$/u.test(part) && part !== ".." && part !== ".")
  );
}

async function json(entry: TarEntry): Promise<unknown> {
  if ((entry.header.size ?? 0) > MOST_JSON_BYTES) throw new NotOurs();
  return JSON.parse(Buffer.concat(await Array.fromAsync(bytesOf(entry))).toString("utf8"));
}

async function* bytesOf(entry: TarEntry): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError("An archive gave something else than bytes.");
    yield chunk;
  }
}

class NotOurs extends Error {}

/** Whatever goes wrong inside an archive comes from one of two causes; anything else is a fault of ours or of the disk. */
function sentenceFor(error: unknown, found: Found, name: string): unknown {
  const isForeign = error instanceof NotOurs || error instanceof z.ZodError || error instanceof SyntaxError;
  if (isForeign || (found.manifest === null && isOfFormat(error))) return new Error(notOurs(name), { cause: error });
  return isOfFormat(error) ? new Error(cutOff(name), { cause: error }) : error;
}

function isOfFormat(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return code.startsWith("Z_") || /tar header|unexpected end of data/i.test(error.message);
}

function isSame(found: readonly Listed[], sealed: readonly Listed[]): boolean {
  return (
    found.length === sealed.length &&
    found.every(({ name, sha256 }, index) => sealed[index]?.name === name && sealed[index].sha256 === sha256)
  );
}

const notOurs = (name: string) => `${name} is no backup of Working Social.`;
const cutOff = (name: string) => `${name} is not whole: it was cut off or damaged.`;
