import { expect, it } from "vitest";
import { setUpSteps } from "./set-up-steps.ts";

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
