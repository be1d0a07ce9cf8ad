import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeResponse, encodeRequest, OPERATIONS } from "./message.ts";

// A request and an answer have the same shape, but for the two bytes of the operation or status.
test("what is written is read again, with several values and a document behind it", () => {
  const bytes = encodeRequest(OPERATIONS.getJobs, 7, [
    ["uri", "printer-uri", "ipp://localhost/"],
    ["integer", "job-id", 2_147_483_647],
    ["keyword", "requested-attributes", "job-id", "job-name"],
    ["name", "requesting-user-name", "Zoë"],
  ]);
  const { status, groups, data } = decodeResponse(Buffer.concat([bytes, Buffer.from("%PDF")]));
  expect([status, Buffer.from(data).toString()]).toEqual([OPERATIONS.getJobs, "%PDF"]);
  expect(Object.fromEntries(groups[0] ?? [])).toEqual({
    "attributes-charset": ["utf-8"],
    "attributes-natural-language": ["en"],
    "printer-uri": ["ipp://localhost/"],
    "job-id": [2_147_483_647],
    "requested-attributes": ["job-id", "job-name"],
    "requesting-user-name": ["Zoë"],
  });
});

/** RFC 8010 section 3.1.4: tag, name, value. */
const attribute = (tag: number, name: string, value: Buffer) => {
  const length = (bytes: Buffer) => Buffer.from([bytes.length >> 8, bytes.length & 255]);
  const named = Buffer.from(name);
  return Buffer.concat([Buffer.from([tag]), length(named), named, length(value), value]);
};

test("other syntaxes: ranges, switches, names with a language, collections, and what the agent has no use for", () => {
  const language = Buffer.concat([Buffer.from([0, 2]), Buffer.from("pt"), Buffer.from([0, 4]), Buffer.from("Olá")]);
  const bytes = Buffer.concat([
    Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 2]),
    attribute(0x33, "page-ranges", Buffer.from([0, 0, 0, 1, 0, 0, 0, 9])),
    attribute(0x22, "flag", Buffer.from([1])),
    attribute(0x36, "job-name", language),
    attribute(0x34, "media-col", Buffer.alloc(0)),
    attribute(0x4a, "", Buffer.from("media-size")),
    attribute(0x21, "", Buffer.from([0, 0, 0, 5])),
    attribute(0x37, "", Buffer.alloc(0)),
    attribute(0x21, "copies", Buffer.from([0, 0, 0, 2])),
    attribute(0x13, "job-billing", Buffer.alloc(0)),
    Buffer.from([3]),
  ]);
  expect(Object.fromEntries(decodeResponse(bytes).groups[0] ?? [])).toEqual({
    "page-ranges": [[1, 9]],
    flag: [true],
    "job-name": ["Olá"],
    "media-col": [null],
    copies: [2],
    "job-billing": [null],
  });
});

test("bytes that are cut off, or no IPP at all, are an error and never a wrong answer or an endless loop", () => {
  const whole = encodeRequest(OPERATIONS.getJobs, 1, [["name", "requesting-user-name", "root"]]);
  for (let length = 0; length < whole.length; length++)
    expect(() => decodeResponse(whole.subarray(0, length))).toThrow(RangeError);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      try {
        decodeResponse(Buffer.from(noise));
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});
