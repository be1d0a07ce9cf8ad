import { mostWithin } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import type { Tried, Trier } from "./purses.ts";
import { pursesOf } from "./purses.ts";

const HOUR = 3_600_000;
const trier = (changes: Partial<Trier> = {}): Trier => ({
  address: "ana@example.test",
  network: "203.0.113.7",
  browserId: null,
  ...changes,
});

/** What somebody gets who never rests: for one account from one network, or from as many networks as they like. */
const fromOne = (tried: Tried, hours: number) => {
  const { own, shared } = pursesOf(tried, trier());
  return Math.min(...[own, ...shared].map(({ budget }) => mostWithin(budget, hours * HOUR)));
};
const fromEverywhere = (tried: Tried, hours: number) =>
  mostWithin(pursesOf(tried, trier()).shared[0]?.budget ?? [], hours * HOUR);

// In a year a code of six digits is found for one account of two hundred and fifty; with 1,440 a day it was four of ten.
describe("guesses for one account, by somebody who never rests", () => {
  test.each([
    [0.25, 19, 49],
    [1, 31, 79],
    [24, 59, 199],
    [7 * 24, 123, 369],
    [30 * 24, 199, 599],
    [365 * 24, 1_316, 3_949],
  ])("in %f hours: %i from one network, %i from everywhere", (hours, one, everywhere) => {
    expect(fromOne("code", hours)).toBe(one);
    expect(fromEverywhere("code", hours)).toBe(everywhere);
    expect(fromOne("password", hours)).toBe(one);
    expect(fromOne("factor", hours)).toBe(one);
  });
});

describe("purses", () => {
  test("a known browser shares nothing with strangers, and not with another browser or account", () => {
    const known = pursesOf("code", trier({ browserId: "b1" }));
    expect(known.shared).toEqual([]);
    const others = [trier(), trier({ browserId: "b2" }), trier({ browserId: "b1", address: "ben@example.test" })];
    for (const other of others)
      for (const purse of [pursesOf("code", other).own, ...pursesOf("code", other).shared])
        expect([purse.name, purse.key]).not.toEqual([known.own.name, known.own.key]);
  });

  test("a network has its own for each account, and one for all accounts together; passwords and codes do not share", () => {
    const [ana, ben] = [pursesOf("code", trier()), pursesOf("code", trier({ address: "ben@example.test" }))];
    expect(ana.own.key).not.toBe(ben.own.key);
    expect(ana.shared.map(({ key }) => key)).toEqual(["ana@example.test", "203.0.113.7"]);
    expect(ben.shared[1]).toEqual(ana.shared[1]);
    expect(pursesOf("password", trier()).shared.map(({ name }) => name)).toEqual([
      "password-of-strangers",
      "password-from-network",
    ]);
  });
});
