import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Interval } from "@working-social/kernel";
import { currencyExponent, parseInstant, toLocal } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import type { QuoteLine } from "./quote-view.ts";
import type { RateView } from "../rates/schema.ts";
import { aLocal, aRate, aRequest, aResource, aRule, aSituation, weekly } from "./builders.ts";
import { cancellationFee } from "./cancellation.ts";
import { changedQuote } from "./changed-quote.ts";
import { nearestSlots } from "./nearest-slots.ts";
import { quoteBooking } from "./quote.ts";
import { refuseBooking } from "./refuse-booking.ts";

/** The rows of the markdown table whose header starts with these cells, each as its cells. */
function tableIn(document: string, ...header: string[]): string[][] {
  const lines = readFileSync(resolve(import.meta.dirname, "../../../../docs/algorithms", document), "utf8").split("\n");
  const from = lines.findIndex((line) => line.startsWith(`| ${header.join(" | ")} |`));
  const rows = lines.slice(from + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(0, end < 0 ? undefined : end).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const split = (cell: string, by: string) => (cell === "" ? [] : cell.split(by).map((part) => part.trim()));

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** 2026-11-26 09:00–10:30 by the clock of the zone; 24:00 is the next midnight, 24:30 half an hour after it. */
function slotOf(cell: string, zone: string): Interval {
  const [date = "", clocks = ""] = cell.split(" ");
  const [from = "", to = ""] = clocks.split("–");
  const midnight = Temporal.PlainDate.from(date).toPlainDateTime();
  const end = midnight.add({ minutes: minuteOf(to) }).toString();
  return { start: aLocal(`${date}T${from}`, zone), end: aLocal(end, zone) };
}

function settingsOf(cell: string): Parameters<typeof aRule>[0] {
  return Object.fromEntries(
    split(cell, ",").map((setting) => {
      const [name = "", value = ""] = setting.split(" ");
      return [name, name === "windowMode" ? value : Number(value)];
    }),
  );
}

describe("docs/algorithms/booking-rules.md", () => {
  const rows = tableIn("booking-rules.md", "example", "zone", "open", "rules", "now");
  test("has examples", () => expect(rows.length).toBeGreaterThan(10));

  test.each(rows)("%s", (_, timeZone = "", open = "", rules = "", now = "", wish = "", answer, nearest) => {
    const [opens = 0, closes = 0] = open.split("–").map(minuteOf);
    const situation = aSituation({
      location: { timeZone },
      hours: [{ resourceId: null, weekly: weekly(opens, closes), exceptions: [] }],
      rules: split(rules, ";").map((rule, i) => aRule(settingsOf(rule), { id: `rule-${i}` })),
    });
    const at = Temporal.Instant.fromEpochMilliseconds(aLocal(now.replace(" ", "T"), timeZone)).toString();
    const request = aRequest(slotOf(wish, timeZone), at);
    const codes = refuseBooking(situation, request).map((refusal) => refusal.code);
    expect(codes.join(", ") || "yes").toBe(answer);
    const [slot] = nearestSlots(situation, request.resource, request, [], { count: 1 });
    expect(slot ? shown(slot.start, timeZone) : "none").toBe(nearest);
  });
});

function shown(instant: number, zone: string): string {
  const { date, minute } = toLocal(instant, zone);
  return `${date} ${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

const minorOf = (amount: string, currency: string) => Math.round(Number(amount) * 10 ** currencyExponent(currency));

/** hour 6.00 18:00–24:00 member minimum 15.00 */
function rateOf(cell: string, index: number, currency: string): RateView {
  const [, unit = "", price = ""] = /^(hour|half_day|day) ([\d.]+)/.exec(cell) ?? [];
  const [, from = "00:00", to = "24:00"] = /(\d\d:\d\d)–(\d\d:\d\d)/.exec(cell) ?? [];
  const [, audience = "anyone"] = /\b(non_member|member)\b/.exec(cell) ?? [];
  const [, minimum] = /minimum ([\d.]+)/.exec(cell) ?? [];
  return aRate({
    id: `rate-${index}`,
    unit: unit === "day" || unit === "half_day" ? unit : "hour",
    audience: audience === "member" || audience === "non_member" ? audience : "anyone",
    priceMinor: minorOf(price, currency),
    bandFromMinute: minuteOf(from),
    bandToMinute: minuteOf(to),
    minimumChargeMinor: minimum === undefined ? null : minorOf(minimum, currency),
  });
}

const lineIn = (currency: string) => (line: QuoteLine) => {
  const digits = currencyExponent(currency);
  return `${line.kind} ${(line.amountMinor / 10 ** digits).toFixed(digits)}`;
};

describe("docs/algorithms/pricing.md: quotes", () => {
  const rows = tableIn("pricing.md", "example", "zone", "who", "rates");
  test("has examples", () => expect(rows.length).toBeGreaterThan(10));

  test.each(rows)("%s", (_, timeZone = "", who, rates = "", tax = "", wish = "", lines = "", total = "") => {
    const [currency = "", amount = ""] = total.split(" ");
    const [, percent = "0", place] = /^([\d.]+)% (inside|on top)$/.exec(tax) ?? [];
    const taxBasisPoints = Math.round(Number(percent) * 100);
    const situation = aSituation({
      location: { timeZone, currency, taxName: "Tax", taxBasisPoints, taxInclusive: place === "inside" },
      person: { planId: who === "member" ? "plan-flex" : null },
      rates: split(rates, ";").map((rate, i) => rateOf(rate, i, currency)),
    });
    const quote = quoteBooking(situation, aResource(), slotOf(wish, timeZone));
    expect(quote.lines.map(lineIn(currency)).join("; ")).toBe(lines);
    expect(quote.totalMinor).toBe(minorOf(amount, currency));
  });
});

describe("docs/algorithms/pricing.md: cancelling and changing", () => {
  const startsAt = parseInstant("2026-11-26T12:00:00Z");
  const tiers = [
    { hoursBefore: 24, feePercent: 50 },
    { hoursBefore: 2, feePercent: 100 },
  ];
  const agreed = { totalMinor: 4800, policy: { policyName: "Standard", tiers }, startsAt };
  const rows = tableIn("pricing.md", "now (UTC)", "fee");
  test("has examples", () => expect(rows.length).toBeGreaterThan(3));

  test.each(rows)("at %s: fee %s, new price %s", (at = "", fee = "", price = "", kept = "", total = "") => {
    const now = parseInstant(`${at.replace(" ", "T")}:00Z`);
    expect(cancellationFee(agreed.policy, agreed.totalMinor, startsAt, now).feeMinor).toBe(minorOf(fee, "USD"));
    const situation = aSituation({ rates: [aRate({ priceMinor: minorOf(price, "USD") })] });
    const next = quoteBooking(situation, aResource(), slotOf("2026-12-01 09:00–10:00", "Asia/Kathmandu"));
    const quote = changedQuote(next, agreed, now);
    const keptMinor = quote.lines
      .filter((line) => line.kind === "kept")
      .reduce((sum, line) => sum + line.amountMinor, 0);
    expect([keptMinor, quote.totalMinor]).toEqual([minorOf(kept, "USD"), minorOf(total, "USD")]);
  });
});
