import { describe, expect, it } from "vitest";
import { formatIn, formatMinutes, formatPrice } from "./format.ts";

const kathmandu = formatIn("Asia/Kathmandu", "24h");

describe("formatIn", () => {
  it("writes the wall clock of its zone, not of the machine", () => {
    expect(kathmandu.time("2026-11-26T08:15:00Z")).toBe("14:00");
    expect(formatIn("America/St_Johns", "24h").time("2026-11-26T08:15:00Z")).toBe("04:45");
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
    expect(kathmandu.span("2026-11-25T14:15:00Z", "2026-11-25T19:15:00Z")).toBe("20:00 – Thu 26 Nov 01:00");
  });

  it("has a clock of twelve hours for those who want it", () => {
    expect(formatIn("Asia/Kathmandu", "12h").time("2026-11-26T08:15:00Z")).toBe("2:00 pm");
  });
});

describe("formatMinutes", () => {
  it.each([
    [30, "30 min"],
    [60, "1 h"],
    [90, "1 h 30"],
    [65, "1 h 05"],
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
