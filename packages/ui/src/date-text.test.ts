import { expect, test } from "vitest";
import { formatIsoDate } from "./date-text.ts";

const day: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };

test.each([
  ["2026-11-26", "en-GB", "Thu 26 Nov"],
  ["2024-02-29", "en-GB", "Thu 29 Feb"],
  ["2026-11-26", "de-DE", "Do., 26. Nov."],
  ["", "en-GB", ""],
  ["tomorrow", "en-GB", ""],
])("%j in %s is %j", (isoDate, locale, expected) => {
  expect(formatIsoDate(isoDate, locale, day).replace("Thu, ", "Thu ")).toBe(expected);
});

test.each(["Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"])("the day is the same on a machine in %s", (zone) => {
  const before = process.env["TZ"];
  process.env["TZ"] = zone;
  try {
    expect(formatIsoDate("2026-01-01", "en-GB", { dateStyle: "short" })).toBe("01/01/2026");
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
});
