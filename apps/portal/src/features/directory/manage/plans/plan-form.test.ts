import { ANYTHING, type PlanAllowance } from "@working-social/credits/schema";
import { expect, it } from "vitest";
import { isSame } from "./plan-form.ts";

const hours: PlanAllowance = { unit: "room_minutes", currency: null, quantity: 600, rolloverCap: 0, scope: ANYTHING };
const pages: PlanAllowance = { ...hours, unit: "mono_pages", quantity: 50 };

it("sees a change of what a plan gives, and none in another order", () => {
  const { scope, ...rest } = hours;
  expect(isSame([hours, pages], [pages, { scope, ...rest }])).toBe(true);
  expect(isSame([hours], [])).toBe(false);
  expect(isSame([hours], [{ ...hours, rolloverCap: 60 }])).toBe(false);
  expect(isSame([hours], [{ ...hours, scope: { ...ANYTHING, resourceKinds: ["room"] } }])).toBe(false);
});
