import { expect, test } from "vitest";
import { DomainError } from "@working-social/kernel";
import { isUnavailable } from "@working-social/db";

const withCode = (code: string, cause?: Error) => Object.assign(new Error("", cause ? { cause } : {}), { code });

test.each([
  ["the server does not answer", withCode("ECONNREFUSED")],
  ["it is shutting down", withCode("57P01")],
  ["it has no room for connections", withCode("53300")],
  ["the reason lies deeper", new Error("outer", { cause: withCode("ECONNRESET") })],
])("%s: the same request may work in a moment", (_, error) => {
  expect(isUnavailable(error)).toBe(true);
});

test.each([
  ["a refusal", new DomainError("conflict", { code: "changed_meanwhile" })],
  ["a fault of ours", new TypeError("x is not a function")],
  ["a violated constraint", withCode("23505")],
  ["nothing at all", null],
])("%s is not: asking again changes nothing", (_, error) => {
  expect(isUnavailable(error)).toBe(false);
});
