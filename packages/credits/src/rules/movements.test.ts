import { describe, expect, test } from "vitest";
import type { MovementRow } from "./movements.ts";
import { movementsOf } from "./movements.ts";

const aRow = (id: string, more: Partial<MovementRow> = {}): MovementRow => ({
  id,
  posted_at: 1,
  kind: "consume",
  own: -60,
  team: 0,
  carried: 0,
  person_id: "ana",
  cause_type: "booking",
  cause_id: "b1",
  cause_label: "Lantern",
  reason: null,
  used_at: 100,
  act: 7,
  ...more,
});
const given = (id: string, more: Partial<MovementRow> = {}) =>
  aRow(id, { kind: "refund", own: 60, reason: "changed", used_at: 50, cause_label: "Cooper", ...more });

describe("a statement tells", () => {
  test("a change as one movement: its net, its reason, when it is used now and what it is called now", () => {
    const rows = [given("1", { team: 10 }), aRow("2", { own: -20 }), aRow("3", { own: -15, team: -4 })];
    expect(movementsOf(rows)).toEqual([
      {
        id: "1",
        posted_at: 1,
        kind: "change",
        own: 25,
        team: 6,
        carried: 0,
        person_id: "ana",
        cause_type: "booking",
        cause_id: "b1",
        cause_label: "Lantern",
        reason: "changed",
        used_at: 100,
        act: 7,
      },
    ]);
  });

  test("what was only given back, or only taken, as it is", () => {
    const back = [given("1"), given("2")];
    const taken = [aRow("1"), aRow("2")];
    expect(movementsOf(back)).toEqual(back);
    expect(movementsOf(taken)).toEqual(taken);
  });

  test.each([
    ["in two acts", { act: 8 }],
    ["before acts were kept", { act: null }],
    ["for another booking", { cause_id: "b2" }],
    ["for a print that has the booking's id", { cause_type: "print_job" }],
    ["in another way", { kind: "expire" }],
  ] as const)("what happened %s as two movements", (_when, more) => {
    const rows = [given("1", "act" in more && more.act === null ? { act: null } : {}), aRow("2", more)];
    expect(movementsOf(rows)).toEqual(rows);
  });

  test("all in the order in which it began", () => {
    const rows = [aRow("1", { cause_id: "b0" }), given("2"), aRow("3", { kind: "grant", own: 5 }), aRow("4")];
    expect(movementsOf(rows).map(({ id, kind }) => [id, kind])).toEqual([
      ["1", "consume"],
      ["2", "change"],
      ["3", "grant"],
    ]);
  });
});
