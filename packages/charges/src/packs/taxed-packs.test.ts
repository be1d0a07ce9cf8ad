import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadWallet, refundCredits } from "@working-social/credits";
import type { CreditResource, CreditUnit } from "@working-social/credits/schema";
import { ANYTHING } from "@working-social/credits/schema";
import type { Ledger } from "@working-social/credits/testing";
import { aLedger } from "@working-social/credits/testing";
import type { LocationOptions, TestDatabase } from "@working-social/db/testing";
import { aLocation, createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordCharge } from "../commands/record-charge.ts";
import { loadCharges } from "../queries.ts";
import { aPrint } from "../testing/a-line.ts";
import { buyPack } from "./commands/buy-pack.ts";
import { createPack } from "./commands/create-pack.ts";
import { updatePack } from "./commands/update-pack.ts";
import type { CreatePackInput, PackView } from "./schema.ts";

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  ledger = await aLedger(database);
});

const PAGES: CreatePackInput = {
  name: "100 pages",
  unit: "mono_pages",
  currency: null,
  quantity: 100,
  priceMinor: 1000,
  priceCurrency: "EUR",
  validDays: null,
  scope: ANYTHING,
};
const create = (more: Partial<CreatePackInput> = {}) => createPack(ledger.space.as("owner"), { ...PAGES, ...more });
const buy = ({ id: packId, totalMinor }: PackView, expectedPriceMinor = totalMinor) =>
  buyPack(ledger.space.as("owner"), {
    packId,
    for: { personId: ledger.ana },
    expectedPriceMinor,
    idempotencyKey: newId(),
  });
const takes = (basisPoints: number, locationId = ledger.locationId) =>
  database.owner.query("UPDATE locations SET tax_basis_points = $1 WHERE id = $2", [basisPoints, locationId]);
const another = (options: LocationOptions) => aLocation(database.owner, ledger.space.organizationId, options);

/** The lines of all that Ana was charged. */
const lines = async () =>
  (await ledger.inside((tx) => loadCharges(tx, ledger.system, { personId: ledger.ana }))).flatMap((one) => one.lines);

/** Ana uses so much, at the ledger's location unless another is named. Answers the cause. */
async function use(quantity: number, unit: CreditUnit = "mono_pages", locationId = ledger.locationId) {
  const resource: CreditResource = { id: newId(), kind: "copier", locationId };
  const cause = { type: "print_job", id: newId(), label: "Report" } as const;
  await ledger.consume(ledger.ana, quantity, { unit, resource, cause });
  return cause;
}

/** What is taxed of packs that were used: credits, money, category and rate, in the order in which they were. */
async function redeemed(): Promise<unknown[][]> {
  const { rows } = await database.owner.query<Record<string, string>>(
    `SELECT r.quantity, r.amount_minor, r.tax_category, r.tax_basis_points FROM pack_redemptions r JOIN credit_transfers t ON t.id = r.transfer_id
     WHERE r.organization_id = $1 ORDER BY t.posted_at, t.id`,
    [ledger.space.organizationId],
  );
  return rows.map((row) => Object.values(row).map((value) => (/^-?\d+$/.test(value) ? Number(value) : value)));
}

describe("a multi-purpose pack", () => {
  test("is sold outside of tax; each use is taxed at the rate of its place and its moment, and comes back at that", async () => {
    await takes(1900);
    const { id: elsewhere } = await another({ taxBasisPoints: 2300 });
    await buy(await create());
    expect(await lines()).toMatchObject([
      {
        product: "credit_pack",
        price: { category: "O", basisPoints: 0, netMinor: 1000, taxMinor: 0 },
        locationId: null,
      },
    ]);
    await use(33);
    const cause = await use(33, "mono_pages", elsewhere);
    await takes(2100, elsewhere);
    await use(30, "mono_pages", elsewhere);
    await ledger.inside((tx) =>
      refundCredits(tx, ledger.system, { cause, quantity: 3, reason: "jam", idempotencyKey: newId() }),
    );
    expect(await redeemed()).toEqual([
      [33, 330, "S", 1900],
      [33, 330, "S", 2300],
      [30, 300, "S", 2100],
      [-3, -30, "S", 2300],
    ]);
  });

  test("of money is taxed on what was paid for it, at the tax of the line that it pays", async () => {
    const print = { ...aPrint(1000, ledger.locationId) };
    const price = { ...print.price, category: "S", basisPoints: 700, netMinor: 935, taxMinor: 65 } as const;
    await buy(await create({ name: "Money", unit: "money", currency: "EUR", quantity: 5000, priceMinor: 4500 }));
    await takes(1900);
    await ledger.inside((tx) =>
      recordCharge(tx, ledger.system, {
        payer: { personId: ledger.ana, teamId: null },
        cause: { type: "print_job", id: newId(), label: "Report" },
        currency: "EUR",
        lines: [{ ...print, price }],
        idempotencyKey: newId(),
      }),
    );
    expect((await lines()).at(-1)).toMatchObject({ amountMinor: 1000, openMinor: 0, paidMinor: 1000 });
    expect(await redeemed()).toEqual([[1000, 900, "S", 700]]);
  });

  test("that has ended keeps what was paid for it, when the house gives its credits back", async () => {
    const { clock } = ledger.space;
    await takes(1900);
    await buy(await create({ validDays: 5 }));
    const cause = await use(40);
    clock.advanceMinutes(60 * 24 * 10);
    await ledger.inside((tx) =>
      refundCredits(tx, ledger.system, { cause, quantity: "all", reason: "jam", renewsEnded: true }),
    );
    const { lots } = await ledger.inside((tx) => loadWallet(tx, ledger.system, { personId: ledger.ana }));
    expect(lots).toMatchObject([{ source: "returned", left: 40 }]);
    const resource = { id: newId(), kind: "copier", locationId: ledger.locationId };
    await ledger.consume(ledger.ana, 10, { unit: "mono_pages", resource, at: clock.now() });
    expect(await redeemed()).toEqual([
      [40, 400, "S", 1900],
      [-40, -400, "S", 1900],
      [10, 100, "S", 1900],
    ]);
  });

  test("is not used where nobody says at which tax", async () => {
    await buy(await create());
    await expect(ledger.consume(ledger.ana, 10, { unit: "mono_pages" })).rejects.toMatchObject({
      constraint: "pack_redemptions_know_their_tax",
    });
    expect(await redeemed()).toEqual([]);
  });
});

describe("a single-purpose pack", () => {
  test.each([
    ["gross", 1000, { netMinor: 840, taxMinor: 160, amountMinor: 1000 }],
    ["net", 1190, { netMinor: 1000, taxMinor: 190, amountMinor: 1190 }],
  ] as const)("is taxed when it is sold, %s, and not when it is used", async (priceMode, totalMinor, amounts) => {
    await takes(1900);
    const pack = await create({ purpose: "single_purpose", priceMode });
    expect(pack).toMatchObject({ priceMinor: 1000, totalMinor, tax: { category: "S", basisPoints: 1900 } });
    if (priceMode === "net")
      await expect(buy(pack, 1000)).rejects.toMatchObject({
        refusal: { code: "pack_price_changed", priceMinor: 1190, currency: "EUR" },
      });
    await buy(pack);
    expect(await lines()).toMatchObject([
      {
        price: { mode: priceMode, category: "S", basisPoints: 1900, ...amounts },
        locationId: ledger.locationId,
        openMinor: totalMinor,
      },
    ]);
    await use(50);
    expect(await redeemed()).toEqual([]);
  });

  test("is good for places of one tax alone, when it is made, changed and sold", async () => {
    await takes(1900);
    const { id: elsewhere } = await another({ taxBasisPoints: 2300 });
    const unknown = { refusal: { code: "pack_tax_unknown" } };
    const single = { purpose: "single_purpose" } as const;
    await expect(create(single)).rejects.toMatchObject(unknown);
    const many = await create();
    await expect(updatePack(ledger.space.as("owner"), { id: many.id, ...single })).rejects.toMatchObject(unknown);
    const here = await create({ ...single, name: "Here", scope: { ...ANYTHING, locationIds: [ledger.locationId] } });
    const both = { ...ANYTHING, locationIds: [ledger.locationId, elsewhere] };
    await takes(1900, elsewhere);
    const alike = await create({ ...single, name: "Both", scope: both });
    await takes(700, elsewhere);
    await buy(here);
    await expect(buy(alike)).rejects.toMatchObject(unknown);
    expect(await lines()).toMatchObject([{ locationId: ledger.locationId }]);
  });

  test("of another purpose is another pack; net or gross is a price", async () => {
    const before = await create();
    const owner = ledger.space.as("owner");
    const single = await updatePack(owner, { id: before.id, purpose: "single_purpose" });
    expect(single.id).not.toBe(before.id);
    const net = await updatePack(owner, { id: single.id, priceMode: "net" });
    expect(net).toMatchObject({ id: single.id, purpose: "single_purpose", priceMode: "net" });
  });
});

const TABLE = "| example | paid | credits | used before | used | taxed |";
const DOCUMENT = readFileSync(resolve(import.meta.dirname, "../../../../docs/algorithms/credits.md"), "utf8").split(
  "\n",
);
const EXAMPLES = DOCUMENT.slice(DOCUMENT.indexOf(TABLE) + 2)
  .slice(0, DOCUMENT.slice(DOCUMENT.indexOf(TABLE)).indexOf("") - 2)
  .map((row) => row.split("|").slice(1, -1))
  .map((cells) => cells.map((cell) => cell.trim()));

test("the document has examples of it", () => expect(EXAMPLES.length).toBeGreaterThan(4));

test.each(EXAMPLES)("worked example: %s", async (_, paid, credits, before, used, taxed) => {
  const { rows } = await database.owner.query<{ taxed: string }>(
    `SELECT prepaid_part($1::bigint, $2::bigint, $3::bigint + $4::bigint) - prepaid_part($1::bigint, $2::bigint, $3::bigint) AS taxed`,
    [paid, credits, before, used],
  );
  expect(rows).toEqual([{ taxed }]);
});
