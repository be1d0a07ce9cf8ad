import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path.ts";

describe("ownPath", () => {
  it.each(["/", "/book?date=2026-11-26&time=14%3A00", "/bookings/1#history"])("keeps %s", (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    ["https://example.com/"],
    ["//example.com"],
    ["/\\example.com"],
    ["/\t/example.com"],
    ["\\/example.com"],
    ["javascript:alert(1)"],
    [""],
    [{ href: "/" }],
    [undefined],
  ])("leads nowhere else: %j", (next) => {
    expect(ownPath(next)).toBeUndefined();
  });
});
