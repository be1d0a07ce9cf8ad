import { describe, expect, test } from "vitest";
import { ruleName, rulesFor, scopeRank } from "./applicable-rules.ts";
import { aResource, aRule, aSituation } from "./builders.ts";

const applies = (rule: Parameters<typeof aRule>[1], person: Parameters<typeof aSituation>[0] = {}) =>
  rulesFor(aSituation({ ...person, rules: [aRule({ maxLengthMinutes: 60 }, rule)] }), aResource()).length === 1;

describe("what a rule is about", () => {
  test.each([
    [{}, true],
    [{ locationId: "north" }, true],
    [{ locationId: "south" }, false],
    [{ resourceKind: "room" as const }, true],
    [{ resourceKind: "hot_desk" as const }, false],
    [{ resourceId: "room-1" }, true],
    [{ resourceId: "room-2" }, false],
    [{ locationId: "south", resourceKind: "room" as const }, false],
    [{ locationId: "north", resourceKind: "room" as const, resourceId: "room-2" }, false],
  ])("%o applies to room 1 of North: %s", (scope, expected) => {
    expect(applies(scope)).toBe(expected);
  });
});

describe("whom a rule is about", () => {
  const team = { person: { teamId: "team-a" } };
  test.each([
    ["nobody named: everybody", {}, {}, true],
    ["their plan", { planIds: ["plan-x", "plan-flex"] }, {}, true],
    ["another plan", { planIds: ["plan-x"] }, {}, false],
    ["a plan, of a person without one", { planIds: ["plan-x"] }, { person: { planId: null } }, false],
    ["their team", { teamIds: ["team-a"] }, team, true],
    ["a team, of a person without one", { teamIds: ["team-a"] }, {}, false],
    ["another team", { teamIds: ["team-b"] }, team, false],
    ["neither of a plan and a team", { planIds: ["plan-x"], teamIds: ["team-b"] }, team, false],
    ["their role", { roles: ["member" as const] }, {}, true],
    ["one of several is enough", { planIds: ["plan-x"], roles: ["member" as const] }, {}, true],
    ["none of several", { planIds: ["plan-x"], roles: ["owner" as const] }, {}, false],
    ["everybody except them", { planIds: ["plan-flex"], audienceIsExcept: true }, {}, false],
    ["everybody except others", { planIds: ["plan-x"], audienceIsExcept: true }, {}, true],
    [
      "except others, without a plan",
      { planIds: ["plan-x"], audienceIsExcept: true },
      { person: { planId: null } },
      true,
    ],
    ["everybody except nobody", { audienceIsExcept: true }, {}, true],
  ])("%s", (_, rule, person, expected) => {
    expect(applies(rule, person)).toBe(expected);
  });
});

test("a resource is narrower than a kind, and that than a location; nothing named is the widest", () => {
  const [locationId, resourceKind, resourceId] = ["north", "room" as const, "room-1"];
  const nothing = { locationId: null, resourceKind: null, resourceId: null };
  const ranks = [nothing, { ...nothing, locationId }, { ...nothing, resourceKind }, { ...nothing, resourceId }].map(
    scopeRank,
  );
  expect(ranks).toEqual([0, 1, 2, 3]);
  expect(scopeRank({ locationId, resourceKind, resourceId })).toBe(3);
  expect(scopeRank({ ...nothing, locationId, resourceKind })).toBe(2);
});

test("a rule is named by its id and name alone", () => {
  expect(ruleName(aRule({ mayBook: false }, { id: "r", name: "No rooms" }))).toEqual({ id: "r", name: "No rooms" });
});
