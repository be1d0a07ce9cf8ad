import { expect, test } from "vitest";
import { readExplainSearch } from "./explain-search.ts";

test("a link opens on what it names", () => {
  expect(readExplainSearch({ unit: "colour_pages", month: "2026-11" })).toEqual({
    unit: "colour_pages",
    currency: undefined,
    month: "2026-11",
  });
  expect(readExplainSearch({ unit: "money", currency: "EUR" })).toMatchObject({ unit: "money", currency: "EUR" });
});

test("what makes no sense is left out", () => {
  const plain = { unit: "room_minutes", currency: undefined, month: undefined };
  for (const raw of [{}, { unit: "gold" }, { unit: "money" }, { month: "2026-13" }, { currency: "EUR" }, { month: 11 }])
    expect(readExplainSearch(raw)).toEqual(plain);
});
