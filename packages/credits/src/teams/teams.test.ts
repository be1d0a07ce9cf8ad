import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { newId, parseInstant } from "@working-social/kernel";
import { setOverdraft } from "../commands/set-overdraft.ts";
import type { Ledger } from "../testing/a-ledger.ts";
import { aLedger, aUsage } from "../testing/a-ledger.ts";
import { explainTeamBalance, teamStatement, teamWallet } from "./queries.ts";

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
});

const november = () => ({
  teamId: ledger.team,
  unit: "room_minutes" as const,
  currency: null,
  from: "2026-11-25",
  to: "2026-11-30",
});

test("a team's wallet has what it shares, and nothing that its people have beside it", async () => {
  const desk = ledger.space.as("front_desk");
  expect(await teamWallet(desk, { teamId: ledger.team })).toMatchObject({ lots: [], overdrafts: [], balances: [] });
  await ledger.grant({ personId: ledger.ana }, 500);
  await ledger.grant({ teamId: ledger.team }, 100, { expiresAt: parseInstant("2026-12-31T00:00:00Z") });
  await ledger.grant({ teamId: ledger.team }, 20);
  await setOverdraft(ledger.space.as("owner"), {
    owner: { teamId: ledger.team },
    unit: "room_minutes",
    currency: null,
    limit: 60,
    reason: "A good customer",
  });
  const wallet = await teamWallet(desk, { teamId: ledger.team });
  expect(wallet.lots.map(({ left }) => left)).toEqual([100, 20]);
  expect(wallet.overdrafts).toMatchObject([{ limit: 60, owed: 0, left: 60 }]);
  expect(wallet.balances).toMatchObject([
    { balance: 120, team: 120, own: 0, nextExpiry: { at: "2026-12-31T00:00:00.000Z", quantity: 100 } },
  ]);
});

test("a team's balance is explained by what its people did with it", async () => {
  await ledger.grant({ personId: ledger.ana }, 30);
  await ledger.grant({ teamId: ledger.team }, 100);
  const usage = aUsage(ledger.ana, 90);
  await ledger.consume(ledger.ana, 90, usage);
  const desk = ledger.space.as("front_desk");
  expect(await explainTeamBalance(desk, november())).toMatchObject({
    opening: 0,
    movements: [
      { kind: "grant", quantity: 100, balanceAfter: 100 },
      { kind: "consume", quantity: -60, own: 0, team: -60, cause: usage.cause, balanceAfter: 40 },
    ],
    closing: 40,
  });
  const { fileName, csv } = await teamStatement(desk, { ...november(), language: "en" });
  expect(fileName).toBe("team-room_minutes-2026-11-25-2026-11-30.csv");
  expect(csv).toContain(`,Used,Booking,${usage.cause.label},,0,-60,0,-60,40\r\n`);
});

test("members, other organizations, unknown teams and bad ranges are refused", async () => {
  const input = { teamId: ledger.team };
  await expect(teamWallet(ledger.space.as("member"), input)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(explainTeamBalance(ledger.space.as("billing_manager"), november())).rejects.toMatchObject({
    kind: "forbidden",
  });
  const foreign = await aLedger(database);
  const unknown = { refusal: { code: "not_found", what: "team" } };
  await expect(teamWallet(foreign.space.as("owner"), input)).rejects.toMatchObject(unknown);
  await expect(explainTeamBalance(foreign.space.as("owner"), november())).rejects.toMatchObject(unknown);
  await expect(teamWallet(ledger.space.as("owner"), { teamId: newId() })).rejects.toMatchObject(unknown);
  await expect(explainTeamBalance(ledger.space.as("owner"), { ...november(), to: "2026-11-24" })).rejects.toMatchObject(
    { refusal: { code: "bad_range" } },
  );
});
