import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvCells } from "./csv-line.ts";
import { decodeLine, decodeLines, NOTHING_UNDECODED } from "./decode-lines.ts";
import type { Undecoded } from "./decode-lines.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
const texts = (bytes: Uint8Array, before: Undecoded = NOTHING_UNDECODED) =>
  decodeLines(before, bytes).lines.map(({ text }) => text);

describe("bytes become lines", () => {
  test("each with its place in the file; what has no end waits with its place", () => {
    const { lines, rest } = decodeLines({ ...NOTHING_UNDECODED, offset: 100 }, utf8("a\n\nbcd\nrest"));
    expect(lines).toEqual([
      { text: "a", offset: 100 },
      { text: "", offset: 102 },
      { text: "bcd", offset: 103 },
    ]);
    expect(rest).toEqual({ bytes: utf8("rest"), offset: 107, encoding: "bytes" });
    expect(decodeLines(rest, utf8("!\n")).lines).toEqual([{ text: "rest!", offset: 107 }]);
  });

  test("also an empty first one, and one carriage return at the end is no part of it", () => {
    expect(texts(utf8("\nx\r\ny\rz\r\r\n"))).toEqual(["", "x", "y\rz\r"]);
  });

  test("a mark of byte order counts at the beginning of a line alone", () => {
    expect(texts(utf8("\uFEFFa\uFEFFb\n"))).toEqual(["a\uFEFFb"]);
  });

  test("UTF-8, or else the code page of old drivers, line by line", () => {
    expect(texts(new Uint8Array([0x4a, 0xf6, 0x72, 0x67, 10, ...utf8("Jörg\n")]))).toEqual(["Jörg", "Jörg"]);
  });

  test("UTF-16 where its mark begins the file, and nowhere else", () => {
    expect(texts(utf16("ana ü\r\nbo 😀\n"))).toEqual(["ana ü", "bo 😀"]);
    const [ff, fe] = [0xff, 0xfe];
    expect(texts(new Uint8Array([ff, 0x41, 10]))).toEqual(["ÿA"]);
    expect(texts(new Uint8Array([0x41, fe, 10]))).toEqual(["Aþ"]);
    expect(texts(new Uint8Array([ff, fe, 10]), { ...NOTHING_UNDECODED, offset: 7 })).toEqual(["ÿþ"]);
  });

  test("a letter whose bytes hold an end of line ends no line of UTF-16: Ċ, ਊ, and one that is half there", () => {
    expect(texts(utf16("aĊb\u0A00\u0A0Ac\n"))).toEqual(["aĊb\u0A00\u0A0Ac"]);
    expect(texts(utf16("a\u0A00\u0100b\n"))).toEqual(["a\u0A00\u0100b"]);
    const whole = utf16("ab\ncd\n");
    expect(texts(whole.slice(0, 7))).toEqual([]);
    expect(texts(whole.slice(0, 8))).toEqual(["ab"]);
  });

  test("however the file comes in pieces", () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom("a", "Ċ", "\u0A0A", "ü", "😀", "\r") }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(lines, fc.boolean(), fc.infiniteStream(fc.integer({ min: 1, max: 5 })), (written, isWide, sizes) => {
        const text = written.map((line) => `${line.replace(/\r+$/, "")}\n`).join("");
        const bytes = isWide ? utf16(text) : utf8(text);
        let rest = NOTHING_UNDECODED;
        const read: string[] = [];
        for (let at = 0; at < bytes.length;) {
          const size = sizes.next().value ?? 1;
          const cut = decodeLines(rest, bytes.slice(at, at + size));
          read.push(...cut.lines.map((line) => line.text));
          rest = cut.rest;
          at += size;
        }
        expect(read).toEqual(written.map((line) => line.replace(/\r+$/, "")));
        expect(rest.bytes).toHaveLength(0);
      }),
    );
  });

  test("and megabytes without an end are cut", () => {
    expect(decodeLine(utf8("x".repeat(100_000)), "bytes")).toHaveLength(16_384);
  });
});

test.each([
  ["a,b", ["a", "b"]],
  ["", [""]],
  [",", ["", ""]],
  ["a,", ["a", ""]],
  ['"a,b",c', ["a,b", "c"]],
  ['"a,",b', ["a,", "b"]],
  ['"a ""b""",""', ['a "b"', ""]],
  ['""', [""]],
  ['"a"x,b', ["ax", "b"]],
  ['a"b,c', ['a"b', "c"]],
  ['"a', null],
  ['a,"', null],
  ['"a""', null],
])("the cells of %s", (line, cells) => {
  expect(csvCells(line)).toEqual(cells);
});
