import fc from "fast-check";
import { expect, test } from "vitest";
import { splitPrice } from "./price.ts";
import type { PricedJob } from "./splits-in-order.ts";
import { splitsInOrder } from "./splits-in-order.ts";

const free = (colour: number, mono = 0) => [
  { unit: "colour_pages" as const, left: colour },
  { unit: "mono_pages" as const, left: mono },
];
const fifteen: PricedJob = { unit: "colour_pages", priceMinor: 375, credits: 15, moneyMinor: 0, balanceBefore: 20 };
const takes = (jobs: readonly PricedJob[], balances: ReturnType<typeof free>, mayOwe = 0) =>
  splitsInOrder(jobs, balances, (unit) => (unit === "colour_pages" ? mayOwe : 0)).map((job) => [
    job.credits,
    job.moneyMinor,
  ]);

test("two jobs don't count on the same free pages", () => {
  const mono: PricedJob = { unit: "mono_pages", priceMinor: 40, credits: 4, moneyMinor: 0, balanceBefore: 90 };
  expect(takes([fifteen, mono, fifteen], free(20, 90))).toEqual([
    [15, 0],
    [4, 0],
    [5, 250],
  ]);
});

test("what is set aside for a job is its own", () => {
  const first = { ...fifteen, balanceBefore: 15 };
  const second = { ...fifteen, credits: 5, moneyMinor: 250, balanceBefore: 5 };
  expect(takes([first, second], free(0))).toEqual([
    [15, 0],
    [5, 250],
  ]);
});

test("A3 takes two credits a side, and a part of a side is rounded as the price is", () => {
  const a3 = { ...fifteen, priceMinor: 500, credits: 10, balanceBefore: 13 };
  expect(takes([a3, a3], free(13))).toEqual([
    [10, 0],
    [3, 350],
  ]);
  const mixed = { ...fifteen, priceMinor: 26, credits: 3, balanceBefore: 2 };
  expect(takes([{ ...mixed, credits: 2, moneyMinor: 9 }, mixed], free(2))).toEqual([
    [2, 9],
    [0, 26],
  ]);
});

test("pages that may be owed are there once", () => {
  expect(takes([fifteen, fifteen, fifteen], free(20), 10)).toEqual([
    [15, 0],
    [15, 0],
    [0, 375],
  ]);
  const owing = { ...fifteen, balanceBefore: -5 };
  expect(takes([owing, owing], free(-5), 10)).toEqual([
    [5, 250],
    [0, 375],
  ]);
});

test("a job that nobody knows the price of stays as it is", () => {
  const unpriced = { ...fifteen, priceMinor: null, credits: 0, balanceBefore: 0 };
  expect(takes([unpriced, fifteen], free(15))).toEqual([
    [0, 0],
    [15, 0],
  ]);
});

test("together they take no page that is not there, and each pays in money what it lacks", () => {
  const sides = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(fc.array(fc.tuple(sides, fc.nat(20)), { maxLength: 6 }), fc.nat(300), (works, left) => {
      const eachMinor = 25;
      const jobs = works.map(([all, setAside]): PricedJob => {
        const priceMinor = all * eachMinor;
        const balanceBefore = left + Math.min(setAside, all);
        return {
          unit: "colour_pages",
          priceMinor,
          balanceBefore,
          ...splitPrice({ credits: all, priceMinor }, balanceBefore),
        };
      });
      const together = splitsInOrder(jobs, free(left), () => 0);
      const setAside = jobs.reduce((sum, job) => sum + job.balanceBefore - left, 0);
      const wanted = jobs.reduce((sum, job) => sum + job.credits, 0);
      expect(together.reduce((sum, job) => sum + job.credits, 0)).toBe(Math.min(wanted, left + setAside));
      for (const [index, job] of together.entries()) {
        expect(job.credits).toBeLessThanOrEqual(jobs[index]?.credits ?? 0);
        expect(job.moneyMinor).toBe((job.priceMinor ?? 0) - job.credits * eachMinor);
      }
    }),
  );
});

test("a job whose price nobody knows, or that gets what it said, stays as it is", () => {
  const unknown = { ...fifteen, priceMinor: null, credits: 2, moneyMinor: 7 };
  expect(takes([fifteen, unknown], free(15))).toEqual([
    [15, 0],
    [2, 7],
  ]);
  const rounded = { ...fifteen, priceMinor: 100, credits: 1, moneyMinor: 67, balanceBefore: 1 };
  expect(takes([rounded], free(1))).toEqual([[1, 67]]);
});

test("a job without credits, or without a price, takes none", () => {
  const money = { ...fifteen, priceMinor: 30, credits: 0, moneyMinor: 30 };
  const nothing = { ...fifteen, priceMinor: 0, credits: 3, moneyMinor: 0, balanceBefore: 3 };
  expect(takes([money, nothing, nothing], free(3))).toEqual([
    [0, 30],
    [3, 0],
    [0, 0],
  ]);
});

test("of a price so small that its share is nothing or all of it, no page is taken twice", () => {
  const penny = { ...fifteen, priceMinor: 1, moneyMinor: 1 };
  expect(takes([{ ...penny, credits: 1, balanceBefore: 1 }], free(1))).toEqual([[1, 1]]);
  const pair = { ...penny, credits: 2, balanceBefore: 2 };
  expect(takes([pair, pair], free(2))).toEqual([
    [2, 1],
    [0, 1],
  ]);
  const nothing = { ...fifteen, priceMinor: 0, credits: 3, moneyMinor: 0, balanceBefore: 5 };
  expect(takes([nothing, nothing], free(5))).toEqual([
    [3, 0],
    [2, 0],
  ]);
});

test("what nobody knows the price of keeps what it said, also where its pages have gone to another", () => {
  const unknown = { ...fifteen, priceMinor: null, credits: 2, moneyMinor: 7, balanceBefore: 15 };
  expect(takes([fifteen, unknown], free(15))).toEqual([
    [15, 0],
    [2, 7],
  ]);
});
