import { expect, it } from "vitest";
import { setUpSteps, stepAfter } from "./set-up-steps.ts";

const empty = { locations: 0, openIntervals: 0, resources: 0, rates: 0, rules: 0, people: 1 };
const done = (space: Partial<typeof empty>) =>
  setUpSteps({ ...empty, ...space })
    .filter(({ isDone }) => isDone)
    .map(({ id }) => id);

it("begins with nothing done, in the order of need", () => {
  expect(done({})).toEqual([]);
  expect(setUpSteps(empty).map(({ id }) => id)).toEqual(["location", "hours", "resources", "rates", "rules", "people"]);
});

it("counts members beside the owner", () => {
  expect(done({ people: 2, locations: 1 })).toEqual(["location", "people"]);
});

it("ends with everything done", () => {
  expect(done({ locations: 1, openIntervals: 5, resources: 1, rates: 1, rules: 1, people: 2 })).toHaveLength(6);
});

it("leads from the first room to the rates, and on", () => {
  const after = (id: "resources" | "rates" | "rules", space: Partial<typeof empty>) =>
    stepAfter(id, { ...empty, locations: 1, openIntervals: 5, ...space })?.id ?? null;
  expect(after("resources", {})).toBeNull();
  expect(after("resources", { resources: 1 })).toBe("rates");
  expect(after("rates", { resources: 1, rates: 1 })).toBe("rules");
  expect(after("resources", { resources: 1, openIntervals: 0 })).toBe("hours");
  expect(after("rules", { resources: 1, rates: 1, rules: 1, people: 2 })).toBeNull();
});
