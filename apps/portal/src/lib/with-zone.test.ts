import { expect, it } from "vitest";
import { withZone } from "./with-zone.ts";

it("a page of times says whose clock they are of, unless it is the reader's own", () => {
  const now = Date.UTC(2026, 10, 30, 12);
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(withZone("What you printed.", "Asia/Kathmandu", now)).toBe("What you printed. All times are Kathmandu time.");
  expect(withZone("What you printed.", own, now)).toBe("What you printed.");
});
