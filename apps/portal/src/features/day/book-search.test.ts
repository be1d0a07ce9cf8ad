import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBookSearch } from "./book-search.ts";

const id = "01924b5e-7b0a-7c3e-8f1d-2b6a9c4d5e6f";

describe("the link of the Book page", () => {
  test("carries everything that the page shows", () => {
    const link = {
      date: "2026-11-26",
      view: "day",
      people: 6,
      time: "14:00",
      minutes: 90,
      features: ["screen"],
      kinds: ["room"],
      resource: id,
    };
    expect(readBookSearch(link)).toEqual(link);
  });

  test.each([
    [{ date: "2026-02-30" }],
    [{ date: "1889-01-01" }],
    [{ time: "25:00" }],
    [{ people: 0 }],
    [{ people: "6.5" }],
    [{ people: "six" }],
    [{ minutes: 1.5 }],
    [{ resource: "../admin" }],
    [{ kinds: ["palace"] }],
    [{ features: "" }],
    [{ second: "maybe" }],
    [{ view: "year", unknown: 1 }],
  ])("leaves out what makes no sense: %j", (raw) => {
    expect(readBookSearch(raw)).toEqual({});
  });

  test("lies over all that the raw link says, nonsense too", () => {
    const raw = { date: "9999-99-99", features: "", kinds: [], people: -1, resource: "nope" };
    expect({ ...raw, ...readBookSearch(raw) }).toEqual({});
  });

  test("opens whatever a link says", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("date", "time", "people", "kinds", "features", "resource", "second"),
          fc.anything(),
        ),
        (raw) => {
          const read = readBookSearch(raw);
          expect(readBookSearch({ ...read })).toEqual(read);
        },
      ),
    );
  });
});
