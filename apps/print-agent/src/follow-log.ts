import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { open, readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Position } from "./state.ts";

const CHECKED_BYTES = 1024;
const TAIL_BYTES = 65_536;

/** A file to read, from where, and whether it still grows. */
export interface Segment {
  path: string;
  inode: number;
  offset: number;
  encoding: Position["encoding"];
  isCurrent: boolean;
}

/** What is left to read, oldest first; `isGap`: what came after the position is nowhere any more. */
export interface Remaining {
  segments: Segment[];
  isGap: boolean;
}

/** Where an agent is that has started before there was a log: all that will be in it is new. */
export const BEFORE_THE_LOG: Position = { inode: 0, offset: 0, before: "", encoding: "bytes" };

/**
 * Finds the position again: in the log itself, or after a rotation (renamed, or copied and truncated) in one of the files
 * beside it, followed by all newer ones. Without a position: the log, from its beginning or its last whole line.
 */
export async function findRemaining(
  log: string,
  position: Position | null,
  startAt: "end" | "beginning",
): Promise<Remaining> {
  const current = await inodeOf(log);
  const whole = (path: string, inode: number, isCurrent: boolean): Segment => ({
    path,
    inode,
    offset: 0,
    encoding: "bytes",
    isCurrent,
  });
  if (!position) {
    if (current === null) return { segments: [], isGap: false };
    const from = startAt === "end" ? await endOfLastLine(log) : {};
    return { segments: [{ ...whole(log, current, true), ...from }], isGap: false };
  }
  const { offset, encoding, inode } = position;
  if (current !== null && (await continues(log, current, position)))
    return { segments: [{ path: log, inode: current, offset, encoding, isCurrent: true }], isGap: false };
  const newest = current === null ? [] : [whole(log, current, true)];
  const rotated = await rotatedFiles(log);
  for (const [index, file] of rotated.entries()) {
    if (!(await continues(file.path, file.inode, position))) continue;
    const newer = rotated
      .slice(0, index)
      .toReversed()
      .map((one) => whole(one.path, one.inode, false));
    return {
      segments: [{ path: file.path, inode: file.inode, offset, encoding, isCurrent: false }, ...newer, ...newest],
      isGap: false,
    };
  }
  return {
    segments: newest,
    isGap: current !== null && inode !== BEFORE_THE_LOG.inode && !(offset === 0 && inode === current),
  };
}

/** Files that rotation left beside the log (page_log.1, page_log.O, page_log-20261121), newest first. */
async function rotatedFiles(log: string): Promise<{ path: string; inode: number; mtimeMs: number }[]> {
  const name = basename(log);
  const names = await readdir(dirname(log)).catch(() => []);
  const others = names.filter(
    (one) => one !== name && one.startsWith(name) && !/\.(gz|xz|zst|bz2|new|json)$/.test(one),
  );
  const files = await Promise.all(
    others.map(async (one) => {
      const path = join(dirname(log), one);
      const info = await stat(path).catch(() => null);
      return info?.isFile() ? [{ path, inode: info.ino, mtimeMs: info.mtimeMs }] : [];
    }),
  );
  return files.flat().toSorted((a, b) => b.mtimeMs - a.mtimeMs);
}

/** Whether a file has what was read, up to the offset. At the very beginning only the inode can tell. */
async function continues(path: string, inode: number, { inode: known, offset, before }: Position): Promise<boolean> {
  if (offset === 0) return inode === known;
  return withFile(
    path,
    async (file) => (await file.stat()).size >= offset && (await hashBefore(file, offset)) === before,
  );
}

/** A file that is being read: by its handle, since its name may go to another file at any moment. */
export interface OpenSegment {
  /** At most `length` bytes from `offset`; fewer at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
  positionAt(offset: number, encoding: Position["encoding"]): Promise<Position>;
  close(): Promise<void>;
}

/** null when the name has gone to another file since: then everything is looked for anew. */
export async function openSegment({ path, inode }: Segment): Promise<OpenSegment | null> {
  const file = await open(path, "r").catch(() => null);
  if (!file) return null;
  if ((await file.stat()).ino !== inode) {
    await file.close();
    return null;
  }
  return {
    read: (offset, length) => bytesAt(file, offset, length),
    positionAt: async (offset, encoding) => ({ inode, offset, before: await hashBefore(file, offset), encoding }),
    close: () => file.close(),
  };
}

async function hashBefore(file: FileHandle, offset: number): Promise<string> {
  const length = Math.min(CHECKED_BYTES, offset);
  return createHash("sha256")
    .update(await bytesAt(file, offset - length, length))
    .digest("hex");
}

async function bytesAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

async function endOfLastLine(path: string): Promise<Pick<Segment, "offset" | "encoding">> {
  return withFile(path, async (file) => {
    const { size } = await file.stat();
    const from = Math.max(0, size - TAIL_BYTES);
    const [mark, tail] = [await bytesAt(file, 0, 2), await bytesAt(file, from, size - from)];
    const isWide = mark[0] === 0xff && mark[1] === 0xfe;
    let end = tail.lastIndexOf(10);
    // In UTF-16 a byte of ten may be half of a letter.
    while (isWide && end >= 0 && ((from + end) % 2 === 1 || tail[end + 1] !== 0))
      end = end === 0 ? -1 : tail.lastIndexOf(10, end - 1);
    return { offset: end < 0 ? from : from + end + (isWide ? 2 : 1), encoding: isWide ? "utf-16le" : "bytes" };
  });
}

async function inodeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (info) => info.ino,
    () => null,
  );
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, "r");
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}
