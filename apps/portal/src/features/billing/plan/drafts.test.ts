import { expect, test } from "vitest";
import type { PlanChoice } from "./choices.ts";
import { dayOfWhen, firstPause, firstResume, pauseChange, planChange, whensFor } from "./drafts.ts";
import { aContract, aTerm } from "./testing/a-contract.ts";

const today = "2026-12-10";
const choice = (versionId: string, more: Partial<PlanChoice> = {}): PlanChoice => {
  const usual = { planId: "flex", name: "Flex 10", priceMinor: 180_00, intervalMonths: 1, isPerSeat: false };
  return { versionId, ...usual, isPresent: false, ...more };
};
const present = choice("full-time-1", { isPresent: true, isPerSeat: true });
const renewal = { kind: "renewal" } as const;

test("another plan is a change of plan; the same one with other seats a change of seats; what one has is none", () => {
  const contract = aContract();
  const flex = choice("flex-1");
  expect(planChange(contract, { choice: flex, quantity: 7, when: { kind: "today" } }, today)).toEqual({
    kind: "plan",
    planVersionId: "flex-1",
    quantity: 1,
    from: { on: today },
  });
  expect(planChange(contract, { choice: present, quantity: 7, when: renewal }, today)).toEqual({
    kind: "seats",
    quantity: 7,
    from: "renewal",
  });
  expect(planChange(contract, { choice: present, quantity: 1, when: renewal }, today)).toBeNull();
  expect(planChange(contract, { choice: null, quantity: 1, when: renewal }, today)).toBeNull();
  const day = { kind: "day", day: "2026-12-15" } as const;
  const seated = choice("studio-1", { isPerSeat: true });
  expect(planChange(contract, { choice: seated, quantity: 7, when: day }, today)).toMatchObject({
    quantity: 7,
    from: { on: "2026-12-15" },
  });
});

test("how often one pays changes with the next period alone", () => {
  expect(whensFor(aContract(), choice("yearly", { intervalMonths: 12 }))).toEqual(["renewal"]);
  expect(whensFor(aContract(), choice("flex-1"))).toEqual(["today", "renewal", "day"]);
  expect(whensFor(aContract(), null)).toEqual(["today", "renewal", "day"]);
  const days = { renewsOn: "2027-01-01", today };
  expect(dayOfWhen(renewal, days)).toBe("2027-01-01");
  expect(dayOfWhen({ kind: "today" }, days)).toBe(today);
  expect(dayOfWhen({ kind: "day", day: "2026-12-15" }, days)).toBe("2026-12-15");
});

test("a pause is of days that are still to come", () => {
  expect(firstPause({ renewsOn: "2027-01-31" }, 1)).toEqual({ startsOn: "2027-01-31", untilDay: "2027-02-28" });
  const open = { startsOn: "2026-12-11", untilDay: null };
  expect(pauseChange(open, today)).toEqual({ kind: "pause", ...open });
  expect(pauseChange({ startsOn: today, untilDay: null }, today)).toBeNull();
  expect(pauseChange({ startsOn: "2026-12-11", untilDay: "2026-12-11" }, today)).toBeNull();
});

test("a pause is over today at the earliest, and one that began today tomorrow", () => {
  const paused = (startsOn: string) => aContract({ pauses: [{ id: "p", startsOn, untilDay: null }] }, [aTerm()]);
  expect(firstResume(paused("2026-12-01"), today)).toBe(today);
  expect(firstResume(paused(today), today)).toBe("2026-12-11");
});
