/** What of IPP (RFC 8010, RFC 8011) the agent needs to speak with the CUPS beside it. */

/** Operations: RFC 8011 section 5.2.2, and CUPS' own. */
export const OPERATIONS = {
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  releaseJob: 0x000d,
  cupsGetDocument: 0x4027,
} as const;

export const STATUS = { notPossible: 0x0404, notFound: 0x0406, gone: 0x0407 } as const;

const TAG = {
  operation: 0x01,
  end: 0x03,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  range: 0x33,
  beginCollection: 0x34,
  textWithLanguage: 0x35,
  nameWithLanguage: 0x36,
  endCollection: 0x37,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  naturalLanguage: 0x48,
} as const;

/** An attribute of a request: its syntax, its name, its values. */
export type RequestAttribute = readonly ["integer" | "name" | "keyword" | "uri", string, ...(number | string)[]];

/** What an attribute may hold; null for syntaxes that the agent has no use for. */
export type IppValue = number | string | boolean | readonly [number, number] | null;
export type IppGroup = ReadonlyMap<string, readonly IppValue[]>;

export interface IppResponse {
  status: number;
  /** One for each job, after the operation's own. */
  groups: IppGroup[];
  /** What comes after the attributes: a document. */
  data: Uint8Array;
}

export function encodeRequest(operation: number, requestId: number, attributes: readonly RequestAttribute[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x0200, 0);
  head.writeUInt16BE(operation, 2);
  head.writeUInt32BE(requestId, 4);
  const own = attributes.flatMap(([syntax, name, ...values]) =>
    // Further values of an attribute have no name.
    values.map((value, index) => encodeValue(TAG[syntax], index === 0 ? name : "", value)),
  );
  return Buffer.concat([
    head,
    Buffer.from([TAG.operation]),
    encodeValue(TAG.charset, "attributes-charset", "utf-8"),
    encodeValue(TAG.naturalLanguage, "attributes-natural-language", "en"),
    ...own,
    Buffer.from([TAG.end]),
  ]);
}

function encodeValue(tag: number, name: string, value: number | string): Buffer {
  const bytes = typeof value === "string" ? Buffer.from(value) : Buffer.alloc(4);
  if (typeof value === "number") bytes.writeInt32BE(value);
  const nameBytes = Buffer.from(name);
  const head = Buffer.alloc(3);
  head.writeUInt8(tag);
  head.writeUInt16BE(nameBytes.length, 1);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([head, nameBytes, length, bytes]);
}

/** Throws RangeError for bytes that end too early. */
export function decodeResponse(bytes: Buffer): IppResponse {
  const status = bytes.readUInt16BE(2);
  const groups: Map<string, IppValue[]>[] = [];
  let [at, name, depth] = [8, "", 0];
  for (;;) {
    const tag = bytes.readUInt8(at++);
    if (tag === TAG.end) return { status, groups, data: bytes.subarray(at) };
    if (tag < 0x10) {
      groups.push(new Map());
      continue;
    }
    const nameEnd = at + 2 + bytes.readUInt16BE(at);
    const valueEnd = nameEnd + 2 + bytes.readUInt16BE(nameEnd);
    if (valueEnd > bytes.length) throw new RangeError("The answer of CUPS is cut off.");
    if (tag === TAG.endCollection) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      name = bytes.toString("utf8", at + 2, nameEnd) || name;
      const values = groups.at(-1)?.get(name) ?? [];
      groups.at(-1)?.set(name, [...values, decodeValue(tag, bytes.subarray(nameEnd + 2, valueEnd))]);
    }
    if (tag === TAG.beginCollection) depth++;
    at = valueEnd;
  }
}

function decodeValue(tag: number, bytes: Buffer): IppValue {
  if (tag === TAG.integer || tag === TAG.enum) return bytes.readInt32BE();
  if (tag === TAG.boolean) return bytes.readUInt8() === 1;
  if (tag === TAG.range) return [bytes.readInt32BE(), bytes.readInt32BE(4)];
  if (tag === TAG.textWithLanguage || tag === TAG.nameWithLanguage) {
    const language = 2 + bytes.readUInt16BE();
    return bytes.toString("utf8", language + 2, language + 2 + bytes.readUInt16BE(language));
  }
  return tag >= 0x41 && tag <= 0x49 ? bytes.toString("utf8") : null;
}
