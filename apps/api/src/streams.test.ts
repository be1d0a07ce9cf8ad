import { expect, test } from "vitest";
import { openStreams } from "./streams.ts";

test("one person who signs in again and again has 60 streams, and leaves the others to everybody else", () => {
  const streams = openStreams(2_000);
  const open = (session: number, userId: string) => streams.add({ token: `${userId} ${session}`, userId }, () => {});
  for (let each = 0; each < 60; each++) open(Math.floor(each / 20), "ana");
  expect(() => open(4, "ana")).toThrow("too_many_requests");
  const leave = open(1, "ben");
  expect(streams.count).toBe(61);
  leave();
  expect(streams.count).toBe(60);
});
