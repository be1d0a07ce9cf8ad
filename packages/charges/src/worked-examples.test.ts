import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  allocate,
  planChanges,
  allowanceKey,
  refundParts,
  rolloverParts,
  spendableLots,
} from "@working-social/credits/rules";
import type { CreditPart, LotView } from "@working-social/credits/schema";
import { ANYTHING } from "@working-social/credits/schema";
import { formatInstant, fromLocal, parseInstant } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import { openAmount, packExpiry, quantityWorth, unpaidQuantity } from "./rules.ts";

const LINES = readFileSync(resolve(import.meta.dirname, "../../../docs/algorithms/credits.md"), "utf8").split("\n");

/** The rows of the table whose header ends with these cells, each as its cells. */
function tableWith(...header: string[]): string[][] {
  const from = LINES.findIndex((line) => line.startsWith("| example |") && line.endsWith(`| ${header.join(" | ")} |`));
  const rows = LINES.slice(from + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith("|")),
    )
    .map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const day = (date: string) => `${date}T00:00:00Z`;

/** b 60 plan team from 2026-11-01 until 2026-11-30 */
function lotOf(cell: string, index: number): LotView {
  const [id = "", left = "", source = "gift", owner] = cell.split(" ");
  const [, from] = /from (\S+)/.exec(cell) ?? [];
  const [, until] = /until (\S+)/.exec(cell) ?? [];
  return {
    id,
    left: Number(left),
    source: source as LotView["source"],
    owner: owner === "team" ? "team" : "person",
    unit: "room_minutes",
    currency: null,
    label: id,
    held: 0,
    startsAt: from ? day(from) : null,
    expiresAt: until ? day(until) : null,
    scope: ANYTHING,
    createdAt: day(`2026-10-0${index + 1}`),
    isPlanned: false,
  };
}

const partsOf = (cell: string): CreditPart[] =>
  cell.split(", ").map((part) => ({ lotId: part.split(" ")[0] ?? "", quantity: Number(part.split(" ")[1]) }));
const shown = (parts: readonly CreditPart[]) => parts.map((part) => `${part.lotId} ${part.quantity}`).join(", ");

const MONTH = parseInstant(day("2026-11-01"));
const NOTHING = { currency: null, resource_ids: [], resource_kinds: [], location_ids: [] };
const words = (cell: string, separator: string) =>
  cell === ""
    ? []
    : cell.split(separator).map((part) => ({ who: part.split(" ")[0] ?? "", quantity: Number(part.split(" ")[1]) }));

/** What Ana may plan with for December, when these plans are open for November and these promises were made. */
function plannedForAna(plans: string, promised: string): string {
  const row = {
    person_id: "ana",
    zone: "UTC",
    lots: [],
    plans: words(plans, "; ").map(({ who, quantity }) => ({
      owner_id: who,
      is_team: who === "team",
      plan_id: who,
      opened: { plan_id: who, starts_at: MONTH },
      allowances: [{ id: who, unit: "room_minutes" as const, quantity, rollover_cap: 0, ...NOTHING }],
      given: [],
    })),
    schedules: words(promised, ", ").map(({ who, quantity }) => {
      const resource = { resource_id: null, resource_kind: null, location_id: null };
      const used_at = parseInstant(day("2026-12-10"));
      return { person_id: who, unit: "room_minutes" as const, currency: null, quantity, used_at, ...resource };
    }),
  };
  const span = { start: parseInstant(day("2026-12-10")), end: parseInstant(day("2026-12-11")) };
  const lots = spendableLots(row, parseInstant(day("2026-11-26")), span);
  return lots.map((lot) => `${lot.owner === "team" ? "team" : "own"} ${lot.left}`).join(", ");
}

const KATHMANDU = "Asia/Kathmandu";
function inKathmandu(cell: string): number {
  const [date = "", time = ""] = cell.split(" ");
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return fromLocal(date, hour * 60 + minute, KATHMANDU);
}

describe("docs/algorithms/credits.md", () => {
  const uses = tableWith("lots", "usage", "taken", "missing");
  const refunds = tableWith("used, the first taken first", "refund", "back");
  const rollovers = tableWith("left, the oldest first", "cap", "carried");
  const plans = tableWith("given so far", "the plan gives", "change");
  const charges = tableWith("amount", "used", "still unpaid", "open");
  const planned = tableWith("plans", "promised", "planned for Ana");
  const packs = tableWith("bought", "days", "until");
  const late = tableWith("amount", "used", "paid in money", "late credits pay");
  const fees = tableWith("amount", "used", "fee", "usage that stays");
  test("has examples", () => {
    const tables = [uses, refunds, rollovers, plans, charges, planned, packs, late, fees];
    expect(tables.map((table) => table.length)).toEqual([10, 3, 3, 4, 5, 6, 2, 4, 4]);
  });

  test.each(planned)("planned: %s", (_, gives = "", promised = "", forAna = "") => {
    expect(plannedForAna(gives, promised)).toBe(forAna);
  });

  test.each(packs)("pack: %s", (_, bought = "", days = "", until = "") => {
    const end = packExpiry(inKathmandu(bought), Number(days), KATHMANDU);
    expect(formatInstant(end ?? 0)).toBe(formatInstant(inKathmandu(until)));
  });

  test.each(late)("late credits beside money: %s", (_, amount = "", used = "", paid = "", pays = "") => {
    const [amountMinor, quantity] = [Number(amount), Number(used)];
    const line = { amountMinor, quantity, openQuantity: quantity, openMinor: amountMinor - Number(paid) };
    expect(unpaidQuantity(line)).toBe(Number(pays));
  });

  test.each(fees)("fee: %s", (_, amount = "", used = "", fee = "", stays = "") => {
    expect(quantityWorth({ amountMinor: Number(amount), quantity: Number(used) }, Number(fee))).toBe(Number(stays));
  });

  test.each(uses)("%s", (_, lots = "", usage = "", taken = "", missing = "") => {
    const [date = "", quantity = ""] = usage.split(" ");
    const answer = allocate(lots.split("; ").map(lotOf), {
      unit: "room_minutes",
      quantity: Number(quantity),
      at: parseInstant(day(date)),
    });
    expect([shown(answer.parts), answer.missing]).toEqual([taken, Number(missing)]);
  });

  test.each(refunds)("refund: %s", (_, used = "", quantity = "", back = "") => {
    expect(shown(refundParts(partsOf(used).reverse(), Number(quantity)))).toBe(back);
  });

  test.each(rollovers)("rollover: %s", (_, left = "", cap = "", carried = "") => {
    const lots = partsOf(left).map((part) => ({ id: part.lotId, left: part.quantity }));
    expect(rolloverParts(lots, Number(cap)).reduce((sum, part) => sum + part.quantity, 0)).toBe(Number(carried));
  });

  test.each(plans)("plan: %s", (_, given = "", gives = "", change = "") => {
    const allowance = {
      unit: "room_minutes" as const,
      currency: null,
      quantity: Number(gives),
      rolloverCap: 0,
      scope: ANYTHING,
    };
    const [only] = planChanges([allowance], new Map([[allowanceKey(allowance), Number(given)]]));
    expect(only?.change ?? 0).toBe(Number(change));
  });

  test.each(charges)("charge: %s", (_, amount = "", used = "", unpaid = "", open = "") => {
    expect(openAmount(Number(amount), Number(used), Number(unpaid))).toBe(Number(open));
  });
});
