import { expect, test } from "vitest";
import { pricedSides } from "./priced-sides.ts";

test("the sides that cost money, where each costs the same", () => {
  expect(pricedSides({ sides: 12, priceMinor: 300 }, 250)).toEqual({ sides: 10, eachMinor: 25 });
  expect(pricedSides({ sides: 1, priceMinor: 25 }, 25)).toEqual({ sides: 1, eachMinor: 25 });
});

test("no product where sides differ in price, and none of more sides than there are", () => {
  expect(pricedSides({ sides: 3, priceMinor: 40 }, 40)).toBeNull();
  expect(pricedSides({ sides: 2, priceMinor: 40 }, 30)).toBeNull();
  expect(pricedSides({ sides: 2, priceMinor: 40 }, 60)).toBeNull();
});

test("no product where nothing costs money, or nobody knows what", () => {
  expect(pricedSides({ sides: 2, priceMinor: 40 }, 0)).toBeNull();
  expect(pricedSides({ sides: 2, priceMinor: 0 }, 20)).toBeNull();
  expect(pricedSides({ sides: 0, priceMinor: 40 }, 40)).toBeNull();
  expect(pricedSides({ sides: 2, priceMinor: null }, 40)).toBeNull();
});
