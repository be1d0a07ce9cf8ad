import { expect, test } from "vitest";
import { replayable } from "./replay.ts";

const ORGANIZATION = "0190aaaa-0000-7000-8000-000000000001";
const ROOM = "0190aaaa-0000-7000-8000-000000000002";
const BOOKING = "0190aaaa-0000-7000-8000-000000000003";

test("a recorded statement runs again with other facts and with ids of its own", () => {
  const answer = JSON.stringify({ id: BOOKING, resourceId: ROOM, startsAt: "2026-11-26T14:00:00Z" });
  const values = [ORGANIZATION, [BOOKING], ROOM, new Date("2026-11-26T14:00:00Z"), answer, null, 7];
  const recorded = { room: ROOM, start: "2026-11-26T14:00:00Z" };
  const { statements, freshIds } = replayable([{ name: "s1", text: "SELECT", values }], recorded, [ORGANIZATION]);
  expect(freshIds).toHaveLength(1);
  const facts = { room: "another room", start: "2026-12-01T09:00:00Z", [freshIds[0] ?? ""]: "a new id" };
  expect(statements[0]?.values(facts)).toEqual([
    ORGANIZATION,
    ["a new id"],
    "another room",
    new Date("2026-12-01T09:00:00Z"),
    JSON.stringify({ id: "a new id", resourceId: "another room", startsAt: "2026-12-01T09:00:00Z" }),
    null,
    7,
  ]);
});
