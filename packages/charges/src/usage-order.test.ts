import { ANYTHING } from "@working-social/credits/schema";
import { aLedger } from "@working-social/credits/testing";
import type { Ledger } from "@working-social/credits/testing";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId, parseInstant } from "@working-social/kernel";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { giveCredits } from "./commands/give-credits.ts";
import { recordCharge } from "./commands/record-charge.ts";
import { aLine } from "./testing/a-line.ts";
import { loadCharges } from "./queries.ts";

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
});

const give = (quantity: number, { owner }: { owner: { teamId: string } }) =>
  giveCredits(ledger.space.as("community_manager"), {
    owner,
    unit: "room_minutes",
    currency: null,
    quantity,
    reason: "Sorry for the noise",
    expiresAt: null,
    scope: ANYTHING,
    idempotencyKey: newId(),
  });
const charges = (personId: string) => ledger.inside((tx) => loadCharges(tx, ledger.system, { personId }));

test("late credits go by when it was used, not by when it was charged, also among colleagues and within one charge", async () => {
  const { clock } = ledger.space;
  const charged = async (whose: string, at: string[], minutes = 30) => {
    clock.advanceMinutes(1);
    const lines = at.map((one) =>
      aLine(minutes * 40, {
        name: one,
        usage: { unit: "room_minutes", quantity: minutes, at: parseInstant(one) },
      }),
    );
    return ledger.inside((tx) =>
      recordCharge(tx, ledger.system, {
        payer: { personId: whose, teamId: ledger.team },
        cause: { type: "booking" as const, id: newId(), label: "Lantern" },
        currency: "USD",
        lines,
        idempotencyKey: newId(),
      }),
    );
  };
  await charged(ledger.ana, ["2026-11-24T15:00:00Z", "2026-11-24T09:00:00Z"]);
  await charged(ledger.ben, ["2026-11-24T12:00:00Z"]);
  await charged(ledger.ana, ["2026-11-23T09:00:00Z"]);
  const openMinutes = async () => {
    const all = [...(await charges(ledger.ana)), ...(await charges(ledger.ben))].flatMap(({ lines }) => lines);
    return all
      .flatMap(({ item, usage }) =>
        usage && usage.openQuantity > 0 && "resourceName" in item.data
          ? [[item.data.resourceName, usage.openQuantity]]
          : [],
      )
      .sort();
  };
  const team = { owner: { teamId: ledger.team } };
  await give(30, team);
  expect(await openMinutes()).toEqual([
    ["2026-11-24T09:00:00Z", 30],
    ["2026-11-24T12:00:00Z", 30],
    ["2026-11-24T15:00:00Z", 30],
  ]);
  await give(40, team);
  expect(await openMinutes()).toEqual([
    ["2026-11-24T12:00:00Z", 20],
    ["2026-11-24T15:00:00Z", 30],
  ]);
});
