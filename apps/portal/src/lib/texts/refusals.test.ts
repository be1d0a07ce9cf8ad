import { expect, it } from "vitest";
import { formatIn } from "../format.ts";
import { bookingRefusalSentence } from "../refusals.ts";

const hours = (day: number) => ({
  startsAt: `2026-12-0${day}T08:00:00.000Z`,
  endsAt: `2026-12-0${day}T19:00:00.000Z`,
});
const closed = (...open: ReturnType<typeof hours>[]) =>
  bookingRefusalSentence({ code: "closed", whose: "location", open, reason: null }, formatIn("UTC"));

it("a slot outside the hours is told them, each with its day where it reaches over midnight", () => {
  expect(closed(hours(1))).toBe("The space is closed then. Open 08:00 – 19:00.");
  expect(closed(hours(1), hours(2))).toBe(
    "The space is closed then. Open Tue 1 Dec 08:00 – 19:00 and Wed 2 Dec 08:00 – 19:00.",
  );
});
