import { expectDefined } from "@working-social/kernel";
import { expect, test } from "vitest";
import { StatementInput, type BalanceExplanation } from "../../schema.ts";
import { TeamStatementInput } from "../../teams/schema.ts";
import { statementAsCsv } from "./statement-csv.ts";

const statement: BalanceExplanation = {
  unit: "money",
  currency: "EUR",
  from: "2026-11-01",
  to: "2026-11-30",
  opening: 1250,
  closing: 1205,
  expiresNext: [],
  movements: [
    {
      id: "1",
      at: "2026-11-02T00:00:00.000Z",
      kind: "refund",
      quantity: -45,
      own: -45,
      team: 0,
      carried: 0,
      cause: { type: "booking", id: "1", label: "Laterne" },
      usedAt: null,
      reason: "cancelled_by_house",
      balanceAfter: 1205,
    },
  ],
};

test("its words are the reader's, and its values the same for everybody", () => {
  expect(statementAsCsv(statement, "de").split("\r\n").slice(0, 3)).toEqual([
    "Zeitpunkt (UTC),Vorgang,Art,Wofür,Grund,Eigenes Guthaben (EUR),Guthaben des Teams (EUR),Übertrag (EUR),Veränderung (EUR),Saldo (EUR)",
    "2026-11-01,Anfangssaldo,,,,,,,,12.50",
    "2026-11-02T00:00:00.000Z,Zurückgebucht,Buchung,Laterne,vom Coworking-Space storniert,-0.45,0.00,0.00,-0.45,12.05",
  ]);
  const [, , english] = statementAsCsv(statement, "en").split("\r\n");
  expect(english).toBe(
    "2026-11-02T00:00:00.000Z,Given back,Booking,Laterne,cancelled by the space,-0.45,0.00,0.00,-0.45,12.05",
  );
});

test.each(["Danke", "constructor"])(
  "money has the digits of its currency, and a person's reason stays: %s",
  (reason) => {
    const [movement] = statement.movements;
    const own = {
      ...statement,
      currency: "JPY",
      movements: [{ ...expectDefined(movement, "No movement."), reason }],
    };
    expect(statementAsCsv(own, "de")).toContain(`,Laterne,${reason},-45,0,0,-45,1205\r\n`);
  },
);

test("a page of an earlier version, which says no language, gets English", () => {
  const asked = { unit: "money", currency: "EUR", from: "2026-11-01", to: "2026-11-30" };
  const id = "01a23104-0432-7083-9212-695397fccd72";
  expect(StatementInput.parse({ ...asked, personId: null })).toMatchObject({ language: "en" });
  expect(TeamStatementInput.parse({ ...asked, teamId: id })).toMatchObject({ language: "en" });
});

test("a statement has opening, movements and closing, and no cell that a spreadsheet would run", () => {
  const cause = { type: "by_hand" as const, id: "1", label: '=HYPERLINK("evil"), "sorry"' };
  const csv = statementAsCsv(
    {
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
    },
    "en",
  );
  expect(csv.split("\r\n")).toEqual([
    "Time (UTC),Movement,Type,For,Reason,Own credits (minutes),Team’s credits (minutes),Carried over (minutes),Change (minutes),Balance (minutes)",
    "2026-11-01,Opening balance,,,,,,,,10",
    `2026-11-02T00:00:00.000Z,Used,By hand,"'=HYPERLINK(""evil""), ""sorry""",,-5,0,0,-5,5`,
    "2026-11-30,Closing balance,,,,,,,,5",
    "",
  ]);
});
