import { expect, it } from "vitest";
import { labelText } from "./label-text.ts";

it("writes the month of a plan's credits out, and leaves every other name alone", () => {
  expect(labelText("2026-11")).toBe("November 2026");
  for (const label of ["2026-13", "Welcome", "2026-11-05", "Pack 2026-11"]) expect(labelText(label)).toBe(label);
});
