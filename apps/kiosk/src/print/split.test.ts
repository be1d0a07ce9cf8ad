import { describe, expect, test } from "vitest";
import { inOrder, splitOf, sumOf } from "./split.ts";
import { aJob } from "./testing/a-waiting-person.ts";

const job = { unit: "colour_pages", currency: "USD" } as const;

test("30 sides with 20 pages left: the other ten are a product", () => {
  expect(splitOf({ ...job, sides: 30, credits: 20, moneyMinor: 250, priceMinor: 750 })).toEqual({
    ...job,
    credits: 20,
    moneyMinor: 250,
    product: { sides: 10, eachMinor: 25 },
  });
});

test.each([
  ["all by credits", { sides: 4, credits: 4, moneyMinor: 0, priceMinor: 100 }, null],
  ["all by money", { sides: 4, credits: 0, moneyMinor: 100, priceMinor: 100 }, { sides: 4, eachMinor: 25 }],
  ["A3, two credits a side", { sides: 5, credits: 6, moneyMinor: 200, priceMinor: 500 }, { sides: 2, eachMinor: 100 }],
  ["half a side of A3", { sides: 5, credits: 7, moneyMinor: 150, priceMinor: 500 }, null],
  ["a last side at another price", { sides: 3, credits: 1, moneyMinor: 17, priceMinor: 26 }, null],
  ["free", { sides: 3, credits: 0, moneyMinor: 0, priceMinor: 0 }, null],
  ["no price yet", { sides: 3, credits: 0, moneyMinor: 0, priceMinor: null }, null],
  ["nothing to print", { sides: 0, credits: 0, moneyMinor: 10, priceMinor: 10 }, null],
])("%s", (_, given, product) => {
  expect(splitOf({ ...job, ...given }).product).toEqual(product);
});

describe("all at once", () => {
  const free = (left: number) => [{ unit: "colour_pages" as const, left, held: 0 }];
  const fifteen = aJob({ sides: 15, priceMinor: 375, credits: 15, moneyMinor: 0, balanceAfter: 5 });

  test("the second pays in money what the first takes", () => {
    expect(sumOf(inOrder([fifteen, fifteen], free(20)))).toEqual({ moneyMinor: 250, currency: "USD" });
  });
  test("pages that one of them may owe are there for the first", () => {
    const owing = { ...fifteen, balanceBefore: 10, balanceAfter: -5 };
    expect(inOrder([owing, owing], free(10)).map(({ credits, moneyMinor }) => [credits, moneyMinor])).toEqual([
      [15, 0],
      [0, 375],
    ]);
  });
});
