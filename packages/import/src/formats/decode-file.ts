/** A file that can't be read as what it should be; the message is for the person who runs the import. */
export class ImportFileError extends Error {}

/** Whether Node.js knows an encoding by that name (https://encoding.spec.whatwg.org/#names-and-labels). */
export function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label, { fatal: true }).encoding !== "";
  } catch {
    return false;
  }
}

const NEWLINE = 10;

/**
 * The text of a file: in the encoding that the mapping names, else UTF-8, or UTF-16 as Windows marks it. What is neither is
 * refused with its line, since a letter that was destroyed is found by nobody. Throws ImportFileError.
 */
export function decodeFile(path: string, bytes: Uint8Array, encoding: string | null): string {
  if (encoding !== null) return decodeWhole(path, bytes, encoding);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeWhole(path, bytes, "utf-16le");
  const wide = unmarkedWide(bytes);
  if (wide)
    throw new ImportFileError(
      `${path} is UTF-16 (${wide.name}): save it as UTF-8, or add "encoding": "${wide.encoding}" to the mapping.`,
    );
  return decodeUtf8(path, bytes);
}

function decodeWhole(path: string, bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ImportFileError(`${path} is not ${encoding}, which its mapping names as its encoding.`);
  }
}

/** With the mark of big-endian, or without any: in a table of mostly Latin letters every second byte is zero. */
function unmarkedWide(bytes: Uint8Array): { name: string; encoding: string } | null {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: "big-endian", encoding: "utf-16be" };
  const head = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (Math.max(even, odd) * 5 < head.length) return null;
  return even > odd
    ? { name: "big-endian, without a mark", encoding: "utf-16be" }
    : { name: "little-endian, without a mark", encoding: "utf-16le" };
}

function decodeUtf8(path: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    throw new ImportFileError(
      `Line ${firstBadLine(bytes)} of ${path} is not UTF-8: save the file as UTF-8, or say in the mapping what it is, ` +
        `such as "encoding": "windows-1252".`,
    );
  }
}

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}
