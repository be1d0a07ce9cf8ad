import type { CreateRateInput, LocationView, RateView } from "@working-social/booking/schema";
import { parseInstant, toLocal } from "@working-social/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { previewQuote, trialSlot } from "./preview-quote.ts";

const location: LocationView = {
  id: "here",
  name: "Old Harbour",
  timeZone: "Asia/Kathmandu",
  currency: "USD",
  taxName: null,
  taxBasisPoints: 0,
  taxInclusive: false,
  zeroTaxCategory: "O",
  language: "en",
  region: null,
};
const draft: CreateRateInput = {
  name: "Room hour",
  locationId: "here",
  resourceKind: "room",
  resourceId: null,
  audience: "anyone",
  planId: null,
  weekdays: [],
  bandFromMinute: 0,
  bandToMinute: 1440,
  unit: "hour",
  priceMinor: 2000,
  minimumChargeMinor: null,
};
const trial = { weekday: 4, startMinute: 14 * 60, lengthMinutes: 90 };
const now = parseInstant("2026-11-21T10:00:00Z");
const preview = (change: Partial<CreateRateInput>, rates: RateView[] = [], rateId: string | null = null) =>
  previewQuote({ location, rates, draft: { ...draft, ...change }, rateId, resources: [], trial, now });

describe("previewQuote", () => {
  it("prices what was typed", () => {
    expect(preview({}).quote.totalMinor).toBe(3000);
    expect(preview({ minimumChargeMinor: 5000 }).quote.totalMinor).toBe(5000);
  });
  it("tries it as somebody whom the rate is for", () => {
    expect(preview({ audience: "member" }).usesDraft).toBe(true);
    expect(preview({ audience: "member", planId: "studio" }).usesDraft).toBe(true);
    expect(preview({ audience: "non_member" }).usesDraft).toBe(true);
  });
  it("says when it would not count", () => {
    expect(preview({ weekdays: [1] }).usesDraft).toBe(false);
    const narrower: RateView = { ...draft, id: "other", resourceKind: "room", audience: "non_member", priceMinor: 1 };
    expect(preview({}, [narrower])).toMatchObject({ usesDraft: false, quote: { totalMinor: 2 } });
  });
  it("takes the place of the saved rate", () => {
    const saved: RateView = { ...draft, id: "saved", priceMinor: 9900 };
    expect(preview({ priceMinor: 1000 }, [saved], "saved").quote.totalMinor).toBe(1500);
  });
});

describe("trialSlot", () => {
  it("is the next such weekday after today, at that time on the location's wall", () => {
    const zones = ["Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia"];
    fc.assert(
      fc.property(
        fc.integer({ min: parseInstant("2020-01-01T00:00:00Z"), max: parseInstant("2030-01-01T00:00:00Z") }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(...zones),
        (at, weekday, zone) => {
          const { start, end } = trialSlot({ weekday, startMinute: 840, lengthMinutes: 60 }, zone, at);
          const local = toLocal(start, zone);
          return (
            local.weekday === weekday &&
            local.minute === 840 &&
            end - start === 3_600_000 &&
            start > at &&
            start - at < 9 * 86_400_000
          );
        },
      ),
    );
  });
});
