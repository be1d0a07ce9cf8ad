import { expect, test } from "vitest";
import { badInput, DomainError, notAllowed, notFound } from "./errors.ts";
import { newId } from "./ids.ts";

test("a refusal carries its code and data, and no sentence", () => {
  const error = notFound("booking");
  expect(error).toBeInstanceOf(DomainError);
  expect([error.kind, error.refusal, error.message]).toEqual([
    "not_found",
    { code: "not_found", what: "booking" },
    "not_found",
  ]);
  expect(error.name).toBe("DomainError");
  expect(notAllowed("cancel")).toMatchObject({
    kind: "forbidden",
    refusal: { code: "not_allowed", action: "cancel" },
  });
});

test("ids are version 7 UUIDs that sort by creation", () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect(new Set(ids).size).toBe(1000);
  expect([...ids].sort()).toEqual(ids);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("bad input names the field and what is wrong with it", () => {
  expect(badInput("bandToMinute", "band_is_empty")).toMatchObject({
    kind: "bad_input",
    refusal: { code: "bad_input", issues: [{ path: ["bandToMinute"], code: "band_is_empty" }] },
  });
});
