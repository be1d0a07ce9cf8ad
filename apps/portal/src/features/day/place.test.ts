import { describe, expect, test } from "vitest";
import { formatFor, formatIn } from "../../lib/format.ts";
import { placeOf, shortSpan } from "./place.ts";
import { aDay } from "./testing/a-day.ts";
import { slot } from "./testing/at.ts";

describe("what is drawn", () => {
  const day = aDay();

  test("lies at its share of the scale, cut at the edges", () => {
    const scale = slot(day, "08:00-20:00");
    expect(placeOf(slot(day, "14:00-17:00"), scale)).toEqual({ insetInlineStart: "50%", width: "25%" });
    expect(placeOf(slot(day, "06:00-11:00"), scale)).toEqual({ insetInlineStart: "0%", width: "25%" });
  });

  test("says times as short as they are understood", () => {
    const format = formatIn(day.location.timeZone);
    expect(shortSpan(slot(day, "09:00-10:30"), format)).toBe("9–10:30");
    expect(shortSpan(slot(day, "00:00-14:00"), format)).toBe("0–14");
    const american = formatFor({ locale: "en-US", hourCycle: "h12" }, day.location.timeZone);
    const short = (times: string) => shortSpan(slot(day, times), american).replaceAll(/\s/g, " ");
    expect(short("09:00-14:00")).toBe("9 AM–2 PM");
    expect(short("14:00-15:30")).toBe("2–3:30 PM");
    expect(short("00:00-01:00")).toBe("12–1 AM");
  });
});
