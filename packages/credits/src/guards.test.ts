import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sqlStateOf, violatedConstraint } from "@working-social/db";
import type { Sql } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { newId, parseInstant } from "@working-social/kernel";
import { holdCredits } from "./commands/hold-credits.ts";
import { scheduleConsumption } from "./commands/schedule-consumption.ts";
import { settleHold } from "./commands/settle-hold.ts";
import { loadHold } from "./steps/load-hold.ts";
import type { Ledger } from "./testing/a-ledger.ts";
import { aLedger, aUsage } from "./testing/a-ledger.ts";
import type { NewTransfer } from "./steps/write-transfer.ts";
import { insertEntries, insertTransfer } from "./steps/write-transfer.ts";

// What a fault in our own code could try, as the app's role: the database says no to each. No command is involved.
const NO_RIGHT = "42501";

let database: TestDatabase;
let ledger: Ledger;
let lotId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
  ({ lotId } = await ledger.grant({ personId: ledger.ana }, 60));
});

async function refusedBy(work: (tx: Sql) => Promise<unknown>): Promise<string | null> {
  try {
    await ledger.inside(work);
    return "nothing";
  } catch (error) {
    return violatedConstraint(error) ?? sqlStateOf(error) ?? String(error);
  }
}

const transfer = (more: Partial<NewTransfer> = {}): NewTransfer => ({
  kind: "consume",
  unit: "room_minutes",
  currency: null,
  requested: 10,
  personId: ledger.ana,
  cause: { type: "booking" as const, id: newId(), label: "Lantern" },
  idempotencyKey: newId(),
  ...more,
});
async function write(
  tx: Sql,
  entries: [account: "lot" | "used" | "issued", quantity: number][],
  more: Partial<NewTransfer> = {},
) {
  const id = await insertTransfer(tx, ledger.system, transfer(more));
  await insertEntries(
    tx,
    ledger.system,
    id ?? "",
    entries.map(([account, quantity]) => ({ account, lotId: account === "lot" ? lotId : null, quantity })),
  );
  return id ?? "";
}

describe("the app's role can't rewrite the ledger", () => {
  const tables = [
    "credit_lots",
    "credit_transfers",
    "credit_entries",
    "credit_usages",
    "credit_holds",
    "credit_hold_parts",
    "credit_hold_resolutions",
    "credit_periods",
  ];
  test.each(tables)("%s: no UPDATE, no DELETE, no TRUNCATE", async (table) => {
    expect(await refusedBy((tx) => tx.query(`UPDATE ${table} SET organization_id = organization_id`))).toBe(NO_RIGHT);
    expect(await refusedBy((tx) => tx.query(`DELETE FROM ${table}`))).toBe(NO_RIGHT);
    expect(await refusedBy((tx) => tx.query(`TRUNCATE ${table} CASCADE`))).toBe(NO_RIGHT);
  });

  test.each([
    "UPDATE credit_balances SET balance = 1000000",
    "UPDATE credit_balances SET held = 0",
    "UPDATE credit_balances SET is_overdraft = true",
    "DELETE FROM credit_balances",
    "INSERT INTO credit_usages SELECT organization_id, 'booking', '1', lot_id, 5 FROM credit_balances",
    "UPDATE credit_schedules SET quantity = 1",
    "ALTER TABLE credit_entries DISABLE TRIGGER ALL",
  ])("%s", async (sql) => {
    expect(await refusedBy((tx) => tx.query(sql))).toBe(NO_RIGHT);
  });
});

test("entries that do not sum to zero fail at the commit", async () => {
  expect(
    await refusedBy((tx) =>
      write(tx, [
        ["lot", -10],
        ["used", 9],
      ]),
    ),
  ).toBe("credit_transfers_sum_to_zero");
  expect(await refusedBy((tx) => write(tx, [["lot", -10]]))).toBe("credit_transfers_sum_to_zero");
  expect(
    await refusedBy((tx) =>
      write(tx, [
        ["lot", -10],
        ["used", 10],
      ]),
    ),
  ).toBe("nothing");
});

test("no lot goes below zero, and no floor of a lot that is no overdraft", async () => {
  expect(
    await refusedBy((tx) =>
      write(tx, [
        ["lot", -61],
        ["used", 61],
      ]),
    ),
  ).toBe("credit_balances_never_below_floor");
  expect(await refusedBy((tx) => tx.query("UPDATE credit_balances SET floor = -1"))).toBe(
    "credit_balances_only_overdrafts_owe",
  );
});

test("nothing is refunded that was not used, or twice", async () => {
  const cause = { type: "booking" as const, id: newId(), label: "Lantern" };
  const kind = "refund" as const;
  expect(
    await refusedBy((tx) =>
      write(
        tx,
        [
          ["lot", 10],
          ["used", -10],
        ],
        { kind, cause },
      ),
    ),
  ).toBe("credit_usages_refunded_once");
  await ledger.inside((tx) =>
    write(
      tx,
      [
        ["lot", -10],
        ["used", 10],
      ],
      { cause },
    ),
  );
  expect(
    await refusedBy((tx) =>
      write(
        tx,
        [
          ["lot", 11],
          ["used", -11],
        ],
        { kind, cause },
      ),
    ),
  ).toBe("credit_usages_refunded_once");
  expect(
    await refusedBy((tx) =>
      write(
        tx,
        [
          ["lot", 10],
          ["used", -10],
        ],
        { kind, cause },
      ),
    ),
  ).toBe("nothing");
});

test("a transfer is whole when it is committed, and in the unit of its lots", async () => {
  const id = await ledger.inside((tx) =>
    write(tx, [
      ["lot", -10],
      ["used", 10],
    ]),
  );
  expect(
    await refusedBy((tx) =>
      insertEntries(tx, ledger.system, id, [
        { account: "lot", lotId, quantity: 5 },
        { account: "issued", lotId: null, quantity: -5 },
      ]),
    ),
  ).toBe("credit_transfers_are_whole");
  expect(
    await refusedBy((tx) =>
      write(
        tx,
        [
          ["lot", -10],
          ["used", 10],
        ],
        { unit: "mono_pages" },
      ),
    ),
  ).toBe("credit_transfers_keep_their_unit");
  expect(
    await refusedBy((tx) =>
      write(
        tx,
        [
          ["lot", -10],
          ["used", 10],
        ],
        { requested: -10 },
      ),
    ),
  ).toBe("credit_transfers_ask_for_something");
});

test("a hold ends once, and gets no parts afterwards", async () => {
  const usage = { ...aUsage(ledger.ana, 40), expiresAt: parseInstant("2026-11-25T10:00:00Z") };
  const { id } = await ledger.inside((tx) => holdCredits(tx, ledger.system, usage));
  expect(
    await refusedBy((tx) =>
      write(tx, [
        ["lot", -21],
        ["used", 21],
      ]),
    ),
  ).toBe("credit_balances_never_below_floor");
  const other = await ledger.grant({ personId: ledger.ana }, 60);
  expect(
    await refusedBy((tx) =>
      tx.query("INSERT INTO credit_hold_parts VALUES ($1::uuid, $2::uuid, $3::uuid, 9, 1)", [
        ledger.system.organizationId,
        id,
        other.lotId,
      ]),
    ),
  ).toBe("credit_holds_are_whole");
  await ledger.inside((tx) => settleHold(tx, ledger.system, { holdId: id, quantity: 40 }));
  expect(
    await refusedBy((tx) =>
      tx.query("INSERT INTO credit_hold_resolutions VALUES ($1::uuid, $2::uuid, 'voided', now())", [
        ledger.system.organizationId,
        id,
      ]),
    ),
  ).toBe("credit_hold_resolutions_pkey");
});

test("a schedule is resolved once", async () => {
  const { scheduleId } = await ledger.inside((tx) => scheduleConsumption(tx, ledger.system, aUsage(ledger.ana, 10)));
  const resolve = (outcome: string) =>
    refusedBy((tx) =>
      tx.query(`UPDATE credit_schedules SET outcome = '${outcome}', resolved_at = now() WHERE id = $1::uuid`, [
        scheduleId,
      ]),
    );
  expect([await resolve("cancelled"), await resolve("settled")]).toEqual(["nothing", "credit_schedules_resolve_once"]);
});

test("another organization's lots can't be named, read or moved", async () => {
  const foreign = await aLedger(database);
  const theirs = await foreign.grant({ personId: foreign.ana }, 60);
  const usage = { ...aUsage(foreign.ana, 1), expiresAt: parseInstant("2026-11-25T10:00:00Z") };
  const held = await foreign.inside((tx) => holdCredits(tx, foreign.system, usage));
  await expect(ledger.inside((tx) => loadHold(tx, ledger.system, held.id))).rejects.toMatchObject({
    refusal: { code: "not_found" },
  });
  expect(
    await ledger.inside((tx) => tx.query("SELECT id FROM credit_lots WHERE id = $1::uuid", [theirs.lotId])),
  ).toEqual([]);
  lotId = theirs.lotId;
  expect(
    await refusedBy((tx) =>
      write(tx, [
        ["lot", -10],
        ["used", 10],
      ]),
    ),
  ).toMatch(/fkey/);
});
