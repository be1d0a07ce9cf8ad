import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvRecords } from "./formats/csv-records.ts";
import { Mapping } from "./schema.ts";
import { parseRow } from "./formats/parse-row.ts";
import { readMapping, readRoomDetails, readRows } from "./formats/read-csv.ts";
import { parseTimeFormat, readByFormat } from "./formats/time-format.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-"));
});
afterAll(() => rm(folder, { recursive: true }));

const MAPPING = {
  source: "old",
  times: "local",
  columns: { resource: "room", startsAt: "from", endsAt: "to", title: ["what"] },
};
const HEADER = "room,from,to,what";
const row = (what: string) => `Fjord,2025-01-20 09:00,2025-01-20 10:00,${what}`;

/** The titles of the rows of a file, or why it is refused. */
async function read(
  bytes: Uint8Array | string,
  mapping: Record<string, unknown> = {},
): Promise<(string | undefined)[] | string> {
  const path = join(folder, "bookings.csv");
  await writeFile(path, bytes);
  try {
    return (await readRows(path, Mapping.parse({ ...MAPPING, ...mapping }))).map(({ cells }) => cells["what"]);
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).replaceAll(folder, "");
  }
}

const utf16 = (text: string, { isBig = false, mark = "" } = {}) => {
  const bytes = Buffer.from(mark + text, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};

describe("encodings", () => {
  const text = [HEADER, row("Seminar"), row("Über Kaffee"), ""].join("\n");
  const latin = Buffer.from(text, "latin1");

  test("UTF-8 with and without its mark, and UTF-16 as Windows marks it, are read", async () => {
    const titles = ["Seminar", "Über Kaffee"];
    expect(await read(text)).toEqual(titles);
    expect(await read(`\uFEFF${text}`)).toEqual(titles);
    expect(await read(utf16(text, { mark: "\uFEFF" }))).toEqual(titles);
  });
  test("what is not UTF-8 is refused with its line, and read when the mapping says what it is", async () => {
    expect(await read(latin)).toMatch(/^Line 3 of .*bookings.csv is not UTF-8: .*"encoding": "windows-1252"/);
    expect(await read(latin, { encoding: "windows-1252" })).toEqual(["Seminar", "Über Kaffee"]);
    expect(await read(latin, { encoding: "utf-8" })).toContain("is not utf-8, which its mapping names");
  });
  test("UTF-16 that is big-endian or has no mark gets a sentence that says what to do", async () => {
    const big = utf16(text, { isBig: true, mark: "\uFEFF" });
    expect(await read(big)).toMatch(/is UTF-16 \(big-endian\): save it as UTF-8, or add "encoding": "utf-16be"/);
    expect(await read(utf16(text, { isBig: true }))).toMatch(/is UTF-16 \(big-endian, without a mark\)/);
    expect(await read(utf16(text))).toMatch(/is UTF-16 \(little-endian, without a mark\): .*"encoding": "utf-16le"/);
    expect(await read(big, { encoding: "utf-16be" })).toEqual(["Seminar", "Über Kaffee"]);
  });
  test("an encoding that nobody knows is a fault of the mapping", async () => {
    await writeFile(join(folder, "mapping.json"), JSON.stringify({ ...MAPPING, encoding: "klingon" }));
    await expect(readMapping(join(folder, "mapping.json"))).rejects.toThrow(/encoding: is no encoding that is known/);
  });
});

describe("a stray quote", () => {
  test("at the start of a cell spoils its row, and no other", async () => {
    const rows = await readAll([row("Seminar"), row('"Seminar'), row("Lunch"), row("Talk")]);
    expect(rows.map(({ line, message }) => [line, message])).toEqual([
      [2, null],
      [3, "A quote in it is opened and never closed."],
      [4, null],
      [5, null],
    ]);
  });
  test("in two rows spoils these two, and what lies between them is not swallowed", async () => {
    const rows = await readAll([row('"One'), row("Two"), row('"Three'), row("Four")]);
    expect(rows.map(({ message }) => message === null)).toEqual([false, true, false, true]);
  });
  test("inside a cell is itself", async () => {
    expect(await read([HEADER, row('A screen of 24" and more'), row("Next")].join("\n"))).toEqual([
      'A screen of 24" and more',
      "Next",
    ]);
  });
  test("cells in quotes hold separators, quotes and line breaks", async () => {
    const text = [HEADER, row('"a, b"'), row('"say ""hi"""'), row('"two\nlines"'), row("plain")].join("\r\n");
    expect(await read(text)).toEqual(["a, b", 'say "hi"', "two\nlines", "plain"]);
  });
  test("wherever quotes are put, every row without one is read as it is", () => {
    const cell = fc.constantFrom("a", "b c", "");
    const quoted = fc.constantFrom('"', '"x', 'x"', '""', 'a"b', '"a"b', '"a,b', '"a"');
    const line = fc.tuple(cell, cell, fc.oneof(cell, quoted)).map((cells) => cells.join(","));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const numbered = lines.map((text, index) => `${index},${text}`);
        const records = csvRecords(["n,x,y,z", ...numbered].join("\n"), ",");
        for (const [index, text] of numbered.entries()) {
          if (text.includes('"') || isInsideQuotes(numbered, index)) continue;
          expect(records.find((record) => record.line === index + 2)?.cells).toEqual(
            text.split(",").map((one) => one.trim()),
          );
        }
      }),
    );
  });
});

/** A cell may well begin before a line and end after it: then the line is part of it. */
function isInsideQuotes(lines: readonly string[], index: number): boolean {
  return (
    lines.slice(0, index).some((line) => line.includes('"')) &&
    lines.slice(index + 1).some((line) => line.includes('"'))
  );
}

async function readAll(lines: string[]) {
  const path = join(folder, "bookings.csv");
  await writeFile(path, [HEADER, ...lines].join("\n"));
  const mapping = Mapping.parse(MAPPING);
  return (await readRows(path, mapping)).map((one) => {
    const parsed = parseRow(one, mapping, "Europe/Berlin");
    return { line: parsed.line, message: "message" in parsed ? parsed.message : null };
  });
}

describe("times as the file writes them", () => {
  test.each([
    ["DD.MM.YYYY HH:mm", "20.01.2025 09:30", "2025-01-20T09:30:00"],
    ["D.M.YY H:mm", "3.1.25 9:05", "2025-01-03T09:05:00"],
    ["M/D/YYYY h:mm A", "1/20/2025 12:15 am", "2025-01-20T00:15:00"],
    ["MM/DD/YYYY hh:mm:ss A", "01/20/2025 12:15:30 PM", "2025-01-20T12:15:30"],
    ["YYYYMMDDTHHmm", "20250120T0930", "2025-01-20T09:30:00"],
  ])("%s reads %s", (format, text, local) => {
    const parsed = parseTimeFormat(format);
    expect(parsed && readByFormat(text, parsed)).toBe(local);
  });
  test.each(["", "DD.MM.YYYY", "DD.MM.YYYY hh:mm", "DD.DD.YYYY HH:mm", "DD MMM YYYY HH:mm", "x DD.MM.YYYY HH:mm"])(
    "%j says too little, or what nobody knows",
    (format) => expect(parseTimeFormat(format)).toBeNull(),
  );
  test("each wrong time says how they are written; a day that is none is not on the calendar", () => {
    const mapping = Mapping.parse({ ...MAPPING, timeFormat: "DD.MM.YYYY HH:mm" });
    const message = (from: string, to = "20.01.2025 10:00") => {
      const cells = { room: "Fjord", from, to, what: "" };
      const parsed = parseRow({ line: 2, cells }, mapping, "Europe/Berlin");
      return "message" in parsed ? parsed.message : parsed.slot.start;
    };
    expect(message("20.01.2025 09:00")).toBe(Date.parse("2025-01-20T08:00:00Z"));
    expect(message("2025-01-20 09:00")).toBe('from: "2025-01-20 09:00" is not a time such as DD.MM.YYYY HH:mm.');
    expect(message("31.02.2025 09:00")).toBe('from: "31.02.2025 09:00" is not on the calendar.');
    expect(message("30.03.2025 02:30")).toContain("never happened in Europe/Berlin");
  });
  test("a format goes with local times only", () => {
    expect(() => Mapping.parse({ ...MAPPING, times: "instant", timeFormat: "DD.MM.YYYY HH:mm" })).toThrow(
      "goes with times: local",
    );
    expect(() => Mapping.parse({ ...MAPPING, timeFormat: "DD.MM" })).toThrow("needs year, month, day, hour and minute");
  });
});

test("rooms are made without a file that describes them", async () => {
  const path = join(folder, "mapping.json");
  await writeFile(path, JSON.stringify({ ...MAPPING, missingResources: { kind: "room", capacity: 4 } }));
  const mapping = await readMapping(path);
  expect(mapping.missingResources).toEqual({ kind: "room", capacity: 4, details: null });
  expect(await readRoomDetails(path, mapping)).toEqual(new Map());
});
