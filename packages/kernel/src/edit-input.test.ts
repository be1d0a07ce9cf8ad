import { expect, test } from "vitest";
import { z } from "zod";
import { EDITED, Seen } from "./edit-input.ts";

const Update = z.strictObject({ name: z.string(), note: z.string().nullable() }).exactPartial().extend(EDITED);
const id = "0199f2c4-7d1e-7000-8000-000000000001";

test("an update says which thing, what changes, and what was seen of that, whatever it was", () => {
  for (const input of [{ id }, { id, note: null }, { id, name: "B", seen: { name: { of: "another version" } } }])
    expect(Update.parse(input)).toEqual(input);
  expect(Update.safeParse({ name: "B" }).error?.issues).toMatchObject([{ path: ["id"] }]);
  expect(Update.safeParse({ id: "1", name: "B" }).error?.issues).toMatchObject([{ path: ["id"] }]);
});

test("a name of a field is short", () => {
  expect(Seen.safeParse({ ["x".repeat(60)]: 1 }).success).toBe(true);
  expect(Seen.safeParse({ ["x".repeat(61)]: 1 }).success).toBe(false);
});
