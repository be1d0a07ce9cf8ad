import { expect, test } from "vitest";
import { CAUSES, causeFor } from "./causes.ts";
import type { CauseType } from "./causes.ts";

test.each(Object.keys(CAUSES) as CauseType[])("who may read what a %s is called", (type) => {
  const cause = { type, id: "1", label: "Divorce papers" };
  expect(causeFor(cause, { isOwner: true })).toEqual(cause);
  const seen = causeFor(cause, { isOwner: false }).label;
  expect(seen).toBe(type === "print_job" ? "" : "Divorce papers");
});
