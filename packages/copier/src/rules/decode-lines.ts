import type { LogLine } from "./print-record.ts";
import { MAX_LINE_LENGTH } from "./print-record.ts";

/** Bytes that wait for the end of their line, and where they begin in the file. */
export interface Undecoded {
  bytes: Uint8Array;
  offset: number;
  /** Windows tools write UTF-16 with a byte order mark; found out at the start of the file. */
  encoding: "bytes" | "utf-16le";
}

export const NOTHING_UNDECODED: Undecoded = { bytes: new Uint8Array(), offset: 0, encoding: "bytes" };

const NEWLINE = 10;
const strictUtf8 = new TextDecoder("utf-8", { fatal: true });
const windows1252 = new TextDecoder("windows-1252");
const utf16 = new TextDecoder("utf-16le");

/**
 * Cuts bytes into whole lines; what has no end yet stays for the next call. Each line is UTF-8, or else Windows-1252: old
 * drivers write names in the code page of the machine, and one such name must not cost the others their line.
 */
export function decodeLines(before: Undecoded, chunk: Uint8Array): { lines: LogLine[]; rest: Undecoded } {
  const bytes = joined(before.bytes, chunk);
  const encoding = before.offset === 0 && bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : before.encoding;
  const width = encoding === "bytes" ? 1 : 2;
  const lines: LogLine[] = [];
  let start = 0;
  for (let end = lineEnd(bytes, start, width); end >= 0; end = lineEnd(bytes, start, width)) {
    lines.push({ text: decodeLine(bytes.subarray(start, end), encoding), offset: before.offset + start });
    start = end + width;
  }
  return { lines, rest: { bytes: bytes.slice(start), offset: before.offset + start, encoding } };
}

/** The text of one line, without a mark of byte order (decoders leave it out), cut where nobody would read on: a broken disk can leave megabytes without an end of line. */
export function decodeLine(bytes: Uint8Array, encoding: Undecoded["encoding"]): string {
  const short = bytes.subarray(0, MAX_LINE_LENGTH * 2);
  const text = encoding === "utf-16le" ? utf16.decode(short) : decodeBytes(short);
  return text.replace(/\r$/, "");
}

function decodeBytes(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

function lineEnd(bytes: Uint8Array, start: number, width: number): number {
  for (let at = bytes.indexOf(NEWLINE, start); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    if (width === 1) return at;
    if ((at - start) % 2 === 0 && bytes[at + 1] === 0) return at;
  }
  return -1;
}

function joined(before: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (before.length === 0) return chunk;
  const bytes = new Uint8Array(before.length + chunk.length);
  bytes.set(before);
  bytes.set(chunk, before.length);
  return bytes;
}
