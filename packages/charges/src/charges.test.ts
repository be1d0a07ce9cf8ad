import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ledger } from "@working-social/credits/testing";
import { aLedger } from "@working-social/credits/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import type { Cause } from "@working-social/kernel";
import { lowerCharges } from "./commands/lower-charges.ts";
import { recordCharge } from "./commands/record-charge.ts";
import { aLine } from "./testing/a-line.ts";
import { listCharges } from "./queries.ts";
import { ListChargesInput } from "./schema.ts";

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase();
  ledger = await aLedger(database);
});
afterAll(() => database.close());

const memberAs = (personId: string) =>
  database.context(ledger.space.organizationId, { kind: "person", personId, role: "member" }, ledger.space.clock);

const print = (paperSize: string) =>
  ({ code: "print", data: { sides: 2, paperSize, colour: "mono", isDuplex: false } }) as const;

async function charge(): Promise<Cause> {
  const cause = { type: "print_job" as const, id: newId(), label: "Report" };
  await ledger.inside((tx) =>
    recordCharge(tx, ledger.system, {
      payer: { personId: ledger.ana, teamId: null },
      cause,
      currency: "USD",
      lines: [aLine(20, { item: print("A4") }), aLine(10, { item: print("A3") })],
      idempotencyKey: newId(),
    }),
  );
  return cause;
}

test("charges are listed newest first, page by page; open ones by themselves; others' for staff", async () => {
  for (let i = 0; i < 53; i++) await charge();
  const cause = await charge();
  await ledger.inside((tx) =>
    lowerCharges(tx, ledger.system, { cause, keepMinor: 0, reason: "jam", idempotencyKey: newId() }),
  );
  const input = { personId: null, status: "open", cursor: null } as const;
  const ana = memberAs(ledger.ana);
  const first = await listCharges(ana, input);
  expect([first.charges.length, first.nextCursor]).toEqual([50, first.charges[49]?.id]);
  expect(first.charges[0]).toMatchObject({
    openMinor: 30,
    paidMinor: 0,
    lines: [{ item: print("A4") }, { item: print("A3") }],
  });
  const rest = await listCharges(ana, { ...input, cursor: first.nextCursor });
  expect([rest.charges.length, rest.nextCursor]).toEqual([3, null]);
  const ids = [...first.charges, ...rest.charges].map((one) => one.id);
  expect(ids).toEqual([...ids].sort().reverse());
  const all = await listCharges(ana, { ...input, status: "all" });
  expect(all.charges[0]).toMatchObject({ cause, openMinor: 0, amountMinor: 30 });
  // What somebody printed is called stays with them.
  const untitled = first.charges.map((one) => ({ ...one, cause: { ...one.cause, label: "" } }));
  const { charges } = await listCharges(ledger.space.as("front_desk"), { ...input, personId: ledger.ana });
  expect(charges).toEqual(untitled);
});

test("a colleague's charges are nobody else's to read, and people of elsewhere are not found", async () => {
  const input = { personId: ledger.ana, status: "all", cursor: null } as const;
  await expect(listCharges(memberAs(ledger.ben), input)).rejects.toMatchObject({ kind: "forbidden" });
  const foreign = await aLedger(database);
  await expect(listCharges(ledger.space.as("owner"), { ...input, personId: foreign.ana })).rejects.toMatchObject({
    refusal: { code: "not_found", what: "person" },
  });
  await expect(listCharges(ledger.system, { ...input, personId: null })).rejects.toMatchObject({ kind: "forbidden" });
});

test.each([{ status: "paid" }, { cursor: "later" }, { personId: "ana" }, { page: 2 }])(
  "%j asks for nothing",
  (more) => {
    const good = { personId: null, status: "all", cursor: null };
    expect([
      ListChargesInput.safeParse(good).success,
      ListChargesInput.safeParse({ ...good, ...more }).success,
    ]).toEqual([true, false]);
  },
);
