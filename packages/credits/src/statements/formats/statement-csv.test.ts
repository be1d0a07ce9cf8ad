import { expect, test } from "vitest";
import { statementAsCsv } from "./statement-csv.ts";

test("a statement has opening, movements and closing, and no cell that a spreadsheet would run", () => {
  const cause = { type: "by_hand" as const, id: "1", label: '=HYPERLINK("evil"), "sorry"' };
  const csv = statementAsCsv({
    unit: "room_minutes",
    currency: null,
    from: "2026-11-01",
    to: "2026-11-30",
    opening: 10,
    closing: 5,
    expiresNext: [],
    movements: [
      {
        id: "1",
        at: "2026-11-02T00:00:00.000Z",
        kind: "consume",
        quantity: -5,
        own: -5,
        team: 0,
        carried: 0,
        cause,
        usedAt: null,
        reason: null,
        balanceAfter: 5,
      },
    ],
  });
  expect(csv.split("\r\n")).toEqual([
    "at,kind,cause_type,cause,reason,own,team,carried,quantity,balance",
    "2026-11-01,opening,,,,,,,,10",
    `2026-11-02T00:00:00.000Z,consume,by_hand,"'=HYPERLINK(""evil""), ""sorry""",,-5,0,0,-5,5`,
    "2026-11-30,closing,,,,,,,,5",
    "",
  ]);
});
