import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { LotView } from "@working-social/credits/schema";
import { ANYTHING } from "@working-social/credits/schema";
import { parseInstant } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import type { QuoteView } from "./quote-view.ts";
import { aRate, aResource, aSituation } from "./builders.ts";
import { cancellationFee, keptCredits } from "./cancellation.ts";
import { changedQuote } from "./changed-quote.ts";
import { creditsOfLines } from "./credit-line.ts";
import { paymentFor } from "./payment.ts";
import { quoteBooking } from "./quote.ts";

const LINES = readFileSync(resolve(import.meta.dirname, "../../../../docs/algorithms/pricing.md"), "utf8").split("\n");

/** The rows of the table with this header, each as its cells. */
function tableOf(...header: string[]): string[][] {
  const rows = LINES.slice(LINES.indexOf(`| ${header.join(" | ")} |`) + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(0, end < 0 ? undefined : end).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const MONTH_END = "2026-11-30T18:15:00.000Z";
const START = parseInstant("2026-11-26T03:15:00Z");
const minor = (amount: string) => Math.round(Number(amount) * 100);
const split = (cell: string) => (cell === "" ? [] : cell.split("; "));
const instant = (cell: string) => parseInstant(`${cell.replace(" ", "T")}:00Z`);

/** planned 60 */
function lotOf(cell: string): LotView {
  const [source = "", left = ""] = cell.split(" ");
  const isPack = source === "pack";
  return {
    id: source,
    unit: "room_minutes",
    currency: null,
    owner: "person",
    source: isPack ? "pack" : "plan",
    label: source,
    left: Number(left),
    held: 0,
    startsAt: null,
    expiresAt: isPack ? null : MONTH_END,
    scope: ANYTHING,
    createdAt: "2026-11-01T00:00:00.000Z",
    isPlanned: source === "planned",
  };
}

/** hour 24.00 */
function situationOf(rate: string, lots: string) {
  const [unit = "hour", price = ""] = rate.split(" ");
  const rates = rate === "" ? [] : [aRate({ unit: unit === "day" ? "day" : "hour", priceMinor: minor(price) })];
  return aSituation({ rates, lots: split(lots).map(lotOf) });
}

describe("docs/algorithms/pricing.md: paid with credits", () => {
  const rows = tableOf("example", "lots", "rate", "minutes", "taken", "promised", "a promise costs", "charged", "late");
  test("has examples", () => expect(rows.length).toBe(8));

  test.each(rows)("%s", (_, lots = "", rate = "", minutes = "", taken, promised, costs = "", charged = "", late) => {
    const situation = situationOf(rate, lots);
    const slot = { start: START, end: START + Number(minutes) * 60_000 };
    const quote = quoteBooking(situation, aResource(), slot);
    const payment = paymentFor(situation, aResource(), slot, quote);
    const quantities = [payment.taken, payment.promised, payment.uncovered].map((part) => part?.quantity ?? 0);
    expect(quantities).toEqual([taken, promised, late].map(Number));
    expect([payment.promised?.priceMinor ?? 0, payment.chargedMinor]).toEqual([minor(costs), minor(charged)]);
    expect(payment.chargedMinor).toBe(quote.totalMinor);
  });
});

const startsAt = parseInstant("2026-11-26T12:00:00Z");
const tiers = [
  { hoursBefore: 24, feePercent: 50 },
  { hoursBefore: 2, feePercent: 100 },
];
const minutesOf = (quantity: string | number) => [{ unit: "room_minutes" as const, quantity: Number(quantity) }];

describe("docs/algorithms/pricing.md: cancelling with credits", () => {
  const rows = tableOf("now (UTC)", "money", "minutes", "owed", "fee", "minutes kept");
  test("has examples", () => expect(rows.length).toBe(7));

  test.each(rows)("at %s: %s and %s minutes, %s owed", (at = "", money = "", used = "", owed = "", fee = "", kept) => {
    const terms = { policyName: "Standard", tiers, ...(owed === "0" ? {} : { owedCredits: minutesOf(owed) }) };
    const now = instant(at);
    expect(cancellationFee(terms, minor(money), startsAt, now)).toMatchObject({
      feeMinor: minor(fee),
      freeUntil: fee === "0.00" && kept === "0" ? startsAt - 24 * 3_600_000 : null,
    });
    expect(keptCredits(terms, minutesOf(used), startsAt, now)).toEqual([
      { unit: "room_minutes", used: Number(used), kept: Number(kept) },
    ]);
  });
});

describe("docs/algorithms/pricing.md: changing with credits", () => {
  const rows = tableOf("now (UTC)", "used", "the new slot takes", "kept", "owed");
  test("has examples", () => expect(rows.length).toBe(4));

  test.each(rows)("at %s: %s used, %s for the new slot", (at = "", used = "", taken = "", kept = "", owed = "") => {
    const situation = situationOf("hour 24.00", `plan ${taken}`);
    const next: QuoteView =
      taken === "0"
        ? quoteBooking(situationOf("", ""), aResource(), { start: START, end: START + 900_000 })
        : quoteBooking(situation, aResource(), { start: START, end: START + Number(taken) * 60_000 });
    const agreed = { totalMinor: 0, credits: minutesOf(used), policy: { policyName: "Standard", tiers }, startsAt };
    const quote = changedQuote(next, agreed, instant(at));
    const keptLine = quote.lines.find((line) => line.kind === "kept_credits");
    expect([keptLine?.quantity ?? 0, quote.policy.owedCredits?.[0]?.quantity ?? 0]).toEqual([
      Number(kept),
      Number(owed),
    ]);
    expect(creditsOfLines(quote.lines)[0]?.quantity ?? 0).toBe(Math.max(Number(taken), Number(owed)));
    expect([quote.totalMinor, quote.subtotalMinor]).toEqual([0, 0]);
  });
});
