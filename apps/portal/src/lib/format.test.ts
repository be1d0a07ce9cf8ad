import { describe, expect, it } from "vitest";
import { formatFor, formatIn, formatMinutes, formatPrice } from "./format.ts";

const kathmandu = formatIn("Asia/Kathmandu");

describe("formatIn", () => {
  it("writes the wall clock of its zone, not of the machine", () => {
    expect(kathmandu.time("2026-11-26T08:15:00Z")).toBe("14:00");
    expect(formatIn("America/St_Johns").time("2026-11-26T08:15:00Z")).toBe("04:45");
    expect(kathmandu.date("2026-11-26T20:00:00Z")).toBe("2026-11-27");
  });

  it("writes days as people say them", () => {
    expect(kathmandu.day("2026-11-25T08:00:00Z")).toBe("Wednesday 25 November");
    expect(kathmandu.dayTime("2026-11-25T08:15:00Z")).toBe("Wed 25 Nov, 14:00");
    expect(kathmandu.weekdayTime("2026-11-25T08:15:00Z")).toBe("Wed 14:00");
  });

  it("names the day of the end only when it is another one", () => {
    expect(kathmandu.span("2026-11-25T08:15:00Z", "2026-11-25T09:45:00Z")).toBe("14:00 – 15:30");
    expect(kathmandu.span("2026-11-25T14:15:00Z", "2026-11-25T18:15:00Z")).toBe("20:00 – 00:00");
    expect(kathmandu.span("2026-11-25T14:15:00Z", "2026-11-25T19:15:00Z")).toBe("20:00 – Thu 26 Nov, 01:00");
  });

  const written = (locale: string, hourCycle: "h12" | "h23") => {
    const format = formatFor({ locale, hourCycle }, "Asia/Kathmandu");
    const at = "2026-11-26T08:15:00Z";
    // Spaces that don't break, too.
    return [format.time(at), format.day(at), format.dayTime(at)].map((text) => text.replaceAll(/\s/g, " "));
  };
  it("writes a day whose parts stand apart, and a span, as its reader does", () => {
    const of = (locale: string) => formatFor({ locale, hourCycle: "h23" }, "Asia/Kathmandu");
    const [start, end] = ["2026-11-25T08:15:00Z", "2026-11-25T09:45:00Z"] as const;
    expect(of("en-US").dayParts(start)).toEqual({ weekday: "Wed", day: "25", month: "Nov" });
    expect(of("de-DE").dayParts(start)).toEqual({ weekday: "Mi.", day: "25", month: "Nov." });
    expect(of("de-DE").fullDay(start)).toBe("Mittwoch, 25. November 2026");
    expect(of("de-DE").span(start, end)).toBe("14:00–15:30");
  });

  it.each([
    ["en-US", "h12", ["2:00 PM", "Thursday, November 26", "Thu, Nov 26, 2:00 PM"]],
    ["en-US", "h23", ["14:00", "Thursday, November 26", "Thu, Nov 26, 14:00"]],
    ["en-GB", "h12", ["2:00 pm", "Thursday 26 November", "Thu 26 Nov, 2:00 pm"]],
    ["de-DE", "h23", ["14:00", "Donnerstag, 26. November", "Do., 26. Nov., 14:00"]],
    ["de-CH", "h23", ["14:00", "Donnerstag, 26. November", "Do., 26. Nov., 14:00"]],
  ] as const)("in %s with %s, writes %j", (locale, hourCycle, texts) => {
    expect(written(locale, hourCycle)).toEqual(texts);
  });
  it("keeps AM and PM on the line of their time", () => {
    const { span } = formatFor({ locale: "en-US", hourCycle: "h12" }, "Asia/Kathmandu");
    expect(span("2026-11-26T08:15:00Z", "2026-11-26T09:45:00Z")).toBe("2:00\u00A0PM – 3:30\u00A0PM");
  });
});

describe("formatMinutes", () => {
  it.each([
    [30, "30 min"],
    [60, "1 h"],
    [90, "1 h 30 min"],
    [65, "1 h 5 min"],
    [0, "0 min"],
    [1440, "24 h"],
    [2880, "2 days"],
  ])("%i is %s", (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text);
  });
});

describe("formatPrice", () => {
  it.each([
    [1272, "USD", "$12.72"],
    [1800, "EUR", "€18.00"],
    [1250, "JPY", "¥1,250"],
    [1250, "BHD", "BHD 1.250"],
  ])("%i %s is %s", (minor, currency, text) => {
    expect(formatPrice(minor, currency).replaceAll(/\s/g, " ")).toBe(text);
  });
});
