import type { MovementView } from "@working-social/credits/schema";
import { expect, test } from "vitest";
import { runningBalance, stepPath } from "./running-balance.ts";

const span = { start: Date.parse("2026-11-01T00:00:00Z"), end: Date.parse("2026-12-01T00:00:00Z") };
const now = Date.parse("2026-11-16T00:00:00Z");

function moved(at: string, balanceAfter: number): MovementView {
  return {
    id: at,
    at,
    balanceAfter,
    kind: "consume",
    quantity: -1,
    own: -1,
    team: 0,
    cause: null,
    carried: 0,
    usedAt: null,
    reason: null,
  };
}

test("what happens in one moment is one step, and the line ends now", () => {
  const at = "2026-11-04T00:00:00Z";
  const movements = [moved(at, 600), moved(at, 540), moved("2026-11-10T00:00:00Z", 480)];
  const running = runningBalance({ opening: 0, movements }, span, now);
  expect(running.steps.map(({ balance }) => balance)).toEqual([0, 540, 480]);
  expect(running).toMatchObject({ until: now, highest: 540, lowest: { balance: 0 } });
});

test("a month that is over is drawn to its end, an empty one as a flat line", () => {
  const past = runningBalance({ opening: 90, movements: [] }, span, span.end + 1);
  expect(past).toMatchObject({ until: span.end, highest: 90, lowest: { balance: 90 } });
  expect(stepPath(past, span, [0, 90])).toBe("M0 0H1");
});

test("a step goes right, then up or down", () => {
  const running = runningBalance({ opening: 100, movements: [moved("2026-11-04T00:00:00Z", 50)] }, span, now);
  expect(stepPath(running, span, [0, 100])).toBe("M0 0H0.1V0.5H0.5");
});

test("a movement a moment before the page's clock is still on the line", () => {
  const running = runningBalance({ opening: 1, movements: [moved("2026-11-16T00:00:20Z", 0)] }, span, now);
  expect(running.until).toBe(Date.parse("2026-11-16T00:00:20Z"));
});
