import { parseInstant } from "@working-social/kernel";
import { describe, expect, it } from "vitest";
import { offsetOf, zoneLabel, zoneOptions } from "./zones.ts";

const winter = parseInstant("2026-01-15T12:00:00Z");
const summer = parseInstant("2026-07-15T12:00:00Z");

describe("zones", () => {
  it("names the city first", () => {
    expect(zoneLabel("America/Argentina/Buenos_Aires")).toBe("Buenos Aires, Argentina, America");
    expect(zoneLabel("UTC")).toBe("UTC");
  });

  it.each([
    ["Asia/Kathmandu", winter, "UTC+05:45"],
    ["America/St_Johns", winter, "UTC-03:30"],
    ["America/St_Johns", summer, "UTC-02:30"],
    ["Australia/Lord_Howe", winter, "UTC+11:00"],
    ["Australia/Lord_Howe", summer, "UTC+10:30"],
    ["UTC", winter, "UTC"],
  ])("tells the clock of %s", (zone, at, offset) => {
    expect(offsetOf(zone, at)).toBe(offset);
  });

  it("names both spellings, so that either is found, and each place once", () => {
    expect(zoneLabel("Asia/Kathmandu")).toBe("Kathmandu (Katmandu), Asia");
    expect(zoneLabel("Asia/Katmandu")).toBe("Kathmandu (Katmandu), Asia");
    const labels = zoneOptions(winter, "Asia/Kathmandu").filter(({ label }) => label.startsWith("Kathmandu"));
    expect(labels.map(({ id }) => id)).toEqual(["Asia/Kathmandu"]);
  });

  it("keeps a zone that the browser does not list", () => {
    const ids = zoneOptions(winter, "Asia/Katmandu").map(({ id }) => id);
    expect(ids).toContain("Asia/Katmandu");
    expect(ids).toContain("UTC");
    expect(new Set(ids).size).toBe(ids.length);
  });
});
