import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { TaxCategory } from "@working-social/kernel";
import { expect, test } from "vitest";
import type { Posting } from "./postings.ts";
import { documentPostings, earnedPostings } from "./postings.ts";

const LINES = readFileSync(resolve(import.meta.dirname, "../../../../../docs/algorithms/journal.md"), "utf8").split(
  "\n",
);

/** The rows of the table with these columns, each as its cells. */
function tableWith(...header: string[]): string[][] {
  const from = LINES.indexOf(`| example | ${header.join(" | ")} |`);
  const rows = LINES.slice(from + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(0, end).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const documents = tableWith("document", "due", "rounding", "lines", "taxes", "postings");
const days = tableWith("day", "earned in all", "booked so far", "entry");
const list = (cell = "", separator = "; ") => (cell === "" ? [] : cell.split(separator));
const written = (postings: readonly Posting[]) =>
  postings.map(({ account, amountMinor }) => `${account} ${amountMinor}`);

test("there are examples of both", () => {
  expect([documents.length, days.length]).toEqual([8, 4]);
});

test.each(documents)("%s", (_name, kind, due, rounding, lines, taxes, postings) => {
  const document = {
    kind: kind as "invoice" | "credit_note",
    billingAccountId: "account",
    dueMinor: Number(due),
    roundingMinor: Number(rounding),
    lines: list(lines, ", ").map((line) => {
      const [productKind = "", net] = line.split(" ");
      return { productKind, locationId: null, netMinor: Number(net) };
    }),
    taxes: list(taxes, ", ").map((tax) => {
      const [category, basisPoints, taxMinor] = tax.split(" ");
      return { category: category as TaxCategory, basisPoints: Number(basisPoints), taxMinor: Number(taxMinor) };
    }),
  };
  const made = documentPostings(document);
  expect(written(made)).toEqual(list(postings));
  expect(made.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(0);
});

test.each(days)("%s", (_name, _day, earned, booked, entry) => {
  const row = { productKind: "plan_fee", locationId: null, earnedMinor: Number(earned) - Number(booked) };
  expect(written(earnedPostings(row))).toEqual(list(entry));
});
