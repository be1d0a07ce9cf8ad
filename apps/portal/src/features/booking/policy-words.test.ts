import type { QuoteLine, QuoteView } from "@working-social/booking/schema";
import { parseInstant } from "@working-social/kernel";
import { describe, expect, it } from "vitest";
import { formatIn } from "../../lib/format.ts";
import { policyWords } from "./policy-words.ts";

const format = formatIn("Asia/Kathmandu");
const startsAt = "2026-11-26T10:15:00.000Z"; // Thu 16:00 in Kathmandu
const aCredit: QuoteLine = { kind: "credit", unit: "room_minutes", quantity: 60, lots: [], amountMinor: -2400 };
const words = (tiers: [number, number][], now: string, totalMinor = 2400, more: Partial<QuoteView> = {}) =>
  policyWords(
    {
      totalMinor,
      lines: [],
      ...more,
      policy: {
        ...more.policy,
        policyName: null,
        tiers: tiers.map(([hoursBefore, feePercent]) => ({ hoursBefore, feePercent })),
      },
    },
    startsAt,
    parseInstant(now),
    format,
    null,
  );

describe("policyWords", () => {
  it("says until when it is free and what comes then, on the wall clock of the location", () => {
    expect(
      words(
        [
          [24, 50],
          [4, 100],
        ],
        "2026-11-24T00:00:00Z",
      ),
    ).toBe("Free to cancel until Wed 16:00. After that you pay half, from Thu 12:00 all of it.");
  });

  it("leaves out what is over", () => {
    expect(
      words(
        [
          [24, 50],
          [4, 100],
        ],
        "2026-11-25T20:00:00Z",
      ),
    ).toBe("Cancelling costs half now, from Thu 12:00 all of it.");
    expect(
      words(
        [
          [24, 50],
          [4, 100],
        ],
        "2026-11-26T09:00:00Z",
      ),
    ).toBe("Cancelling costs all of it now.");
  });

  it("names the date when the weekday alone could be another week", () => {
    expect(words([[24, 25]], "2026-11-01T00:00:00Z")).toBe(
      "Free to cancel until Wed 25 Nov, 16:00. After that you pay 25%.",
    );
  });

  it("is free until the start without tiers, or with tiers that cost nothing", () => {
    expect(words([], "2026-11-24T00:00:00Z")).toBe("Free to cancel until it starts.");
    expect(words([[24, 0]], "2026-11-24T00:00:00Z")).toBe("Free to cancel until it starts.");
  });

  it("never speaks of a fee on a booking that costs nothing", () => {
    const tiers: [number, number][] = [
      [24, 50],
      [4, 100],
    ];
    expect(words(tiers, "2026-11-26T09:00:00Z", 0)).toBe("Free to cancel until it starts.");
    expect(words(tiers, "2026-11-24T00:00:00Z", 0)).toBe("Free to cancel until it starts.");
  });

  it("counts credits like money", () => {
    const tiers: [number, number][] = [[24, 50]];
    const lines = [aCredit];
    expect(words(tiers, "2026-11-24T00:00:00Z", 0, { lines })).toBe(
      "Free to cancel until Wed 16:00. After that you pay half, in credits.",
    );
    expect(words(tiers, "2026-11-26T00:00:00Z", 1200, { lines })).toBe(
      "Cancelling costs half now, in credits and money alike.",
    );
  });

  it("names the credits that a late change has left owed", () => {
    const policy = { policyName: null, tiers: [], owedCredits: [{ unit: "room_minutes" as const, quantity: 30 }] };
    expect(words([[24, 50]], "2026-11-24T00:00:00Z", 0, { lines: [aCredit], policy })).toBe(
      "Cancelling leaves 30 min of your credits used, as owed since the change, from Wed 16:00 half.",
    );
  });
});
