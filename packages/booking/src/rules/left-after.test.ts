import type { LotView } from "@working-social/credits/schema";
import { ANYTHING } from "@working-social/credits/schema";
import { describe, expect, test } from "vitest";
import type { QuoteLine } from "./quote-view.ts";
import { aLocal, aLot } from "./builders.ts";
import type { CreditLine } from "./credit-line.ts";
import { usedLot } from "./credit-line.ts";
import type { ChangingBooking } from "./left-after.ts";
import { leavingAfterChange } from "./left-after.ts";

const unit = "room_minutes" as const;
/** Used before the pack, since it expires. */
const plan = (left: number, over: Partial<LotView> = {}) => aLot(left, over);
const pack = (left: number, over: Partial<LotView> = {}) =>
  aLot(left, { id: "pack", source: "pack", expiresAt: null, ...over });
const planned = (left: number, over: Partial<LotView> = {}) =>
  aLot(left, { id: "next", isPlanned: true, expiresAt: null, ...over });

/** What the new slot takes of which lot. */
function taking(lots: readonly LotView[], parts: Record<string, number>): CreditLine {
  const used = lots.flatMap((lot) => {
    const quantity = parts[lot.id];
    return quantity === undefined ? [] : [usedLot(lot, quantity, lot.left - quantity)];
  });
  const quantity = used.reduce((sum, one) => sum + one.quantity, 0);
  return { kind: "credit", unit, quantity, lots: used, amountMinor: -1000 };
}
const keeping = (quantity: number, of: "room_minutes" | "day_passes" = unit): QuoteLine => ({
  kind: "kept_credits",
  unit: of,
  quantity,
  earlierQuantity: 300,
  amountMinor: 0,
});
const aChange = (over: Partial<ChangingBooking> = {}): ChangingBooking => ({
  resource: { id: "room-1", kind: "room", locationId: "north" },
  startsAt: aLocal("2026-11-26T09:00"),
  isRunning: false,
  taken: [],
  promised: [],
  ...over,
});
const taken = (lotId: string, quantity: number, of: "room_minutes" | "day_passes" = unit) => ({
  lotId,
  quantity,
  unit: of,
});

/** What each lot gives and has left after the change: { plan: [30, 40] }. */
function told(line: CreditLine, rest: QuoteLine[], lots: readonly LotView[], booking: ChangingBooking) {
  const [first, ...others] = leavingAfterChange([line, ...rest], lots, booking);
  expect(others).toEqual(rest);
  if (first?.kind !== "credit") throw new Error("The line of credits stays the first.");
  return Object.fromEntries(first.lots.map(({ lotId, quantity, leftAfter }) => [lotId, [quantity, leftAfter]]));
}

describe("before it begins: the new slot takes its own, and what stays owed goes from what the earlier one took", () => {
  test("nothing kept: what the new slot leaves", () => {
    const lots = [plan(100), pack(50)];
    expect(told(taking(lots, { plan: 100, pack: 20 }), [], lots, aChange({ taken: [taken("plan", 60)] }))).toEqual({
      plan: [100, 0],
      pack: [20, 30],
    });
  });

  test("the first taken stays first, as far as the lot still has it", () => {
    const lots = [plan(25), pack(70)];
    const booking = aChange({ taken: [taken("plan", 20), taken("pack", 60)] });
    expect(told(taking(lots, { plan: 10, pack: 10 }), [keeping(50)], lots, booking)).toEqual({
      plan: [10, 0],
      pack: [10, 25],
    });
  });

  test("no more stays in a lot than was taken of it", () => {
    const lots = [plan(100), pack(70)];
    const booking = aChange({ taken: [taken("plan", 20), taken("pack", 60)] });
    expect(told(taking(lots, { plan: 10, pack: 10 }), [keeping(50)], lots, booking)).toEqual({
      plan: [10, 70],
      pack: [10, 30],
    });
  });

  test("a lot that is gone keeps what it gave", () => {
    const lots = [plan(100)];
    const booking = aChange({ taken: [taken("expired", 20), taken("plan", 60)] });
    expect(told(taking(lots, { plan: 10 }), [keeping(50)], lots, booking)).toEqual({ plan: [10, 60] });
  });

  test("other units are another matter", () => {
    const lots = [plan(100), planned(100)];
    const booking = aChange({ taken: [taken("next", 60, "day_passes"), taken("plan", 60)] });
    const rest = [keeping(10), keeping(40, "day_passes")];
    expect(told(taking(lots, { plan: 10, next: 1 }), rest, lots, booking)).toEqual({ plan: [10, 80], next: [1, 99] });
    const promised = aChange({ promised: [{ unit: "day_passes", quantity: 60 }] });
    expect(told(taking(lots, { plan: 10, next: 1 }), rest, lots, promised)).toEqual({ plan: [10, 90], next: [1, 99] });
  });
});

describe("what was promised for it and stays is promised again, of what the plans are still to give", () => {
  const lots = [plan(100), planned(100)];
  const line = taking(lots, { plan: 10, next: 50 });
  test.each<[string, Partial<ChangingBooking>, number, LotView[], Record<string, number[]>]>([
    ["all of it", { promised: [{ unit, quantity: 40 }] }, 40, lots, { plan: [10, 90], next: [50, 10] }],
    ["no more than was promised", { promised: [{ unit, quantity: 15 }] }, 40, lots, { plan: [10, 90], next: [50, 35] }],
    ["no more than is owed", { promised: [{ unit, quantity: 90 }] }, 20, lots, { plan: [10, 90], next: [50, 30] }],
    [
      "after what was taken",
      { taken: [taken("plan", 30)], promised: [{ unit, quantity: 90 }] },
      40,
      lots,
      { plan: [10, 60], next: [50, 40] },
    ],
    [
      "several promises",
      {
        promised: [
          { unit, quantity: 10 },
          { unit, quantity: 15 },
        ],
      },
      40,
      lots,
      { plan: [10, 90], next: [50, 25] },
    ],
    [
      "only what is there when it begins",
      { promised: [{ unit, quantity: 40 }] },
      40,
      [plan(100), planned(100, { startsAt: "2026-12-01T00:00:00Z" })],
      { plan: [10, 90], next: [50, 50] },
    ],
    [
      "only what is good for the place that it had",
      { promised: [{ unit, quantity: 40 }] },
      40,
      [plan(100), planned(100, { scope: { ...ANYTHING, resourceKinds: ["booth"] } })],
      { plan: [10, 90], next: [50, 50] },
    ],
  ])("%s", (_, booking, kept, all, expected) => {
    expect(told(line, [keeping(kept)], all, aChange(booking))).toEqual(expected);
  });

  test("of what the new slot leaves of it", () => {
    const few = [planned(60), planned(100, { id: "later", createdAt: "2026-11-02T00:00:00Z" })];
    const both = taking(few, { next: 50, later: 1 });
    expect(told(both, [keeping(40)], few, aChange({ promised: [{ unit, quantity: 40 }] }))).toEqual({
      next: [50, 0],
      later: [1, 69],
    });
  });
});

describe("while it runs, what it has taken stays where it is", () => {
  const running = (over: Partial<ChangingBooking>) => aChange({ isRunning: true, ...over });
  const lots = [plan(100), pack(60)];
  test("more comes in the order of use", () => {
    expect(told(taking(lots, { plan: 90 }), [], lots, running({ taken: [taken("pack", 60)] }))).toEqual({
      pack: [60, 0],
      plan: [30, 70],
    });
  });

  test("more of the same lot is one part", () => {
    const one = [pack(100)];
    expect(told(taking(one, { pack: 90 }), [], one, running({ taken: [taken("pack", 60)] }))).toEqual({
      pack: [90, 10],
    });
  });

  test("no lot gives twice what it has", () => {
    const spent = [plan(60), pack(100)];
    expect(told(taking(spent, { plan: 60, pack: 30 }), [], spent, running({ taken: [taken("plan", 60)] }))).toEqual({
      plan: [60, 0],
      pack: [30, 70],
    });
  });

  test("less: the first taken stays", () => {
    const booking = running({ taken: [taken("pack", 20), taken("plan", 40)] });
    expect(told(taking(lots, { plan: 30 }), [], lots, booking)).toEqual({ pack: [20, 40], plan: [10, 90] });
  });

  test("what does not fit the place, or is over by then, gives no more", () => {
    const poor = [
      aLot(100, { id: "booth", scope: { ...ANYTHING, resourceIds: ["booth-1"] } }),
      aLot(100, { id: "over", expiresAt: "2026-11-26T00:00:00Z" }),
      pack(100),
    ];
    expect(told(taking(poor, { pack: 30 }), [], poor, running({}))).toEqual({ pack: [30, 70] });
  });

  test("a lot that is gone can't be told: the line stays as it was", () => {
    expect(told(taking(lots, { plan: 30 }), [], lots, running({ taken: [taken("expired", 20)] }))).toEqual({
      plan: [30, 70],
    });
  });
});
