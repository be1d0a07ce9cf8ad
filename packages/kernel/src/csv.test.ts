import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCsv } from "./csv.ts";

const FORMULA_START = /^[\s"]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const isNumber = (text: string) => /^-?\d+([.,]\d+)?$/.test(text.replaceAll('"', ""));
/** Every piece that a spreadsheet may take for a cell, whatever its separator is and whatever it makes of quotes. */
const pieces = (csv: string) => csv.split(/[,;\t\r\n]/);
const formulas = (csv: string) => pieces(csv).filter((piece) => FORMULA_START.test(piece) && !isNumber(piece));

describe("a cell that begins a formula is text", () => {
  test.each([
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    '"=1"',
    "＝1+1",
    "a;=1+1",
    "a,=1+1",
    "a\t=1",
    "a\n@x",
    'a";"=1',
  ])("%j, for a spreadsheet of each separator", (cell) => {
    for (const delimiter of [",", ";", "\t"] as const) {
      const csv = toCsv([["x", cell, "y"]], { delimiter });
      expect(formulas(csv)).toEqual([]);
      const [row] = parse(csv, { delimiter }) as string[][];
      expect(row).toHaveLength(3);
      expect(row?.[1]?.replaceAll("'", "")).toBe(cell);
    }
  });
  test("numbers stay numbers, as numbers and as text; nothing is an empty cell", () => {
    expect(toCsv([[-5, "-5", "-0.50", "-0,5", 12n, null, ""]])).toBe('-5,-5,-0.50,"-0,5",12,,\r\n');
    expect(toCsv([["+49 30 1234", "-5 °C"]])).toBe("'+49 30 1234,'-5 °C\r\n");
  });
  test("separators of any language, quotes and line breaks stay inside their cell", () => {
    expect(toCsv([["a;b", 'say "hi"', "two\nlines", "plain"]])).toBe('"a;b","say ""hi""","two\nlines",plain\r\n');
  });
  test("whatever is written, no spreadsheet finds a formula in it, and every cell is read back", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc
        .array(fc.constantFrom("=", "+", "-", "@", ",", ";", "\t", "\r", "\n", '"', "'", " ", "1", "a"))
        .map((all) => all.join("")),
    );
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 2, maxLength: 5 }),
        fc.constantFrom<"," | ";" | "\t">(",", ";", "\t"),
        (row, delimiter) => {
          const csv = toCsv([row], { delimiter });
          expect(formulas(csv)).toEqual([]);
          const [back] = parse(csv, { delimiter, record_delimiter: "\r\n" }) as string[][];
          const withoutMarks = (cells: string[] | undefined) => cells?.map((text) => text.replaceAll("'", ""));
          expect(withoutMarks(back)).toEqual(withoutMarks(row));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

test("a tab inside a cell begins nothing", () => {
  expect(toCsv([["Room\t7", "\tRoom"]])).toBe('"Room\t7","\'\tRoom"\r\n');
});
