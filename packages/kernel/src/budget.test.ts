import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Budget, Usage } from "./budget.ts";
import { draw, emptyAt, refundDraw, mostWithin, usageAt } from "./budget.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const TEN_AND_THIRTY: Budget = [
  { points: 10, perSeconds: 900 },
  { points: 30, perSeconds: 86_400 },
];

/** Tries at each of the instants; how many were let through. */
function triesAt(budget: Budget, instants: readonly number[]): number[] {
  const passed: number[] = [];
  let usage: Usage | null = null;
  for (const now of instants) {
    const drawn = draw(budget, usage, now);
    if (drawn.retryAfterMs !== null) continue;
    ({ usage } = drawn);
    passed.push(now);
  }
  return passed;
}

describe("a budget of ten in a quarter of an hour and thirty a day", () => {
  test.each([
    ["ten at once, and no eleventh", Array.from({ length: 40 }, () => 0), 10],
    [
      "one more for each ninety seconds, until the thirty of the day are used",
      Array.from({ length: 40 }, (_, index) => index * 90_000),
      31,
    ],
    [
      "no window that begins anew: at its end there is one more, not ten",
      [...Array<number>(10).fill(0), ...Array<number>(10).fill(90_000)],
      11,
    ],
    [
      "a try a minute for a day: thirty, and thirty that come back",
      Array.from({ length: 1440 }, (_, index) => index * MINUTE),
      59,
    ],
  ])("lets through %s", (_name, instants, expected) => {
    expect(triesAt(TEN_AND_THIRTY, instants)).toHaveLength(expected);
  });

  test("says when the next one may come: not a millisecond earlier", () => {
    let usage: Usage | null = null;
    for (let index = 0; index < 10; index++) usage = (draw(TEN_AND_THIRTY, usage, 0) as { usage: Usage }).usage;
    expect(draw(TEN_AND_THIRTY, usage, 0)).toEqual({ retryAfterMs: 90_000 });
    expect(draw(TEN_AND_THIRTY, usage, 89_998).retryAfterMs).not.toBeNull();
    expect(draw(TEN_AND_THIRTY, usage, 90_000).retryAfterMs).toBeNull();
  });
});

const budgets = fc.array(
  fc.record({ points: fc.integer({ min: 1, max: 40 }), perSeconds: fc.integer({ min: 1, max: 86_400 }) }),
  { minLength: 1, maxLength: 3 },
);
const times = fc
  .array(fc.integer({ min: 0, max: 3 * DAY }), { maxLength: 120 })
  .map((given) => given.sort((a, b) => a - b));

describe("any budget", () => {
  test("in any stretch of time lets through no more than its points and what came back meanwhile", () => {
    fc.assert(
      fc.property(budgets, times, (budget, instants) => {
        const passed = triesAt(budget, instants);
        for (const [first, from] of passed.entries())
          for (const [last, to] of passed.entries())
            for (const { points, perSeconds } of budget)
              if (last >= first)
                expect(last - first + 1).toBeLessThanOrEqual(
                  points + ((to - from) / 1000 / perSeconds) * points + 1e-6,
                );
      }),
    );
  });

  test("a refused try costs nothing, one given back neither, and after long enough all is as in the beginning", () => {
    fc.assert(
      fc.property(budgets, times, (budget, instants) => {
        let usage: Usage | null = null;
        for (const now of instants) {
          const drawn = draw(budget, usage, now);
          if (drawn.retryAfterMs === null) {
            const back = refundDraw(budget, drawn.usage, now);
            for (const [index, used] of usageAt(budget, usage, now).used.entries())
              expect(back.used[index]).toBeCloseTo(used, 6);
            ({ usage } = drawn);
          } else {
            expect(draw(budget, usage, now + drawn.retryAfterMs).retryAfterMs).toBeNull();
          }
        }
        if (usage)
          for (const used of usageAt(budget, usage, emptyAt(budget, usage)).used) expect(used).toBeCloseTo(0, 2);
      }),
    );
  });

  test("a clock that was ahead, whether for a minute or a year, locks nobody out for so long once it is set right", () => {
    fc.assert(
      fc.property(budgets, fc.integer({ min: 1, max: 400 * DAY }), (budget, ahead) => {
        let usage: Usage | null = null;
        for (let drawn = draw(budget, usage, ahead); drawn.retryAfterMs === null; drawn = draw(budget, usage, ahead))
          ({ usage } = drawn);
        const wait = draw(budget, usage, 0).retryAfterMs ?? 0;
        const slowest = Math.max(...budget.map(({ points, perSeconds }) => (perSeconds / points) * 1000));
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(slowest + MINUTE + 1);
      }),
    );
  });

  test("a clock that goes back gives nothing back", () => {
    fc.assert(
      fc.property(budgets, fc.integer({ min: 0, max: DAY }), (budget, back) => {
        const drawn = draw(budget, null, DAY) as { usage: Usage };
        expect(usageAt(budget, drawn.usage, DAY - back).used).toEqual(budget.map(() => 1));
      }),
    );
  });
});

test("who never rests gets the whole purse at once, and then what comes back", () => {
  const ten = [{ points: 10, perSeconds: 100 }];
  expect([0, 1, 9_999, 10_001, 95_000].map((milliseconds) => mostWithin(ten, milliseconds))).toEqual([
    0, 10, 10, 11, 19,
  ]);
});

test("a clock that is a minute behind another's takes its word, and one that is further behind does not", () => {
  const at = 1_000_000;
  const ahead = (by: number) => usageAt([{ points: 10, perSeconds: 100 }], { used: [5], at: at + by }, at).at;
  expect([ahead(-1), ahead(0), ahead(60_000), ahead(60_001)]).toEqual([at, at, at + 60_000, at]);
});
