import { expect, it, vi } from "vitest";
import { placeTime } from "./place-time.ts";

const winter = "2026-12-01T09:00:00Z";

it.each([
  ["another place", "Asia/Kathmandu", winter, [], "Kathmandu time"],
  ["another place with the same clock", "Africa/Abidjan", winter, [], null],
  ["the same place in summer", "Europe/London", "2026-07-01T09:00:00Z", [], "London time"],
  ["the same place in winter", "Europe/London", winter, [], null],
  ["a second clock on the screen", "Africa/Abidjan", winter, ["Asia/Kathmandu"], "Abidjan time"],
  ["a place of several words", "America/Argentina/Buenos_Aires", winter, [], "Buenos Aires time"],
])("%s", (_what, zone, at, others, said) => {
  vi.spyOn(Intl.DateTimeFormat.prototype, "resolvedOptions").mockReturnValue({
    timeZone: "UTC",
  } as Intl.ResolvedDateTimeFormatOptions);
  expect(placeTime(zone, at, others)).toBe(said);
  vi.restoreAllMocks();
});
