import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { explainBalance, loadWallet } from "@working-social/credits";
import { ANYTHING } from "@working-social/credits/schema";
import type { Ledger } from "@working-social/credits/testing";
import { aLedger } from "@working-social/credits/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import type { Role } from "@working-social/kernel";
import { newId, parseInstant } from "@working-social/kernel";
import { recordCharge } from "../commands/record-charge.ts";
import { aLine } from "../testing/a-line.ts";
import { loadCharges } from "../queries.ts";
import { archivePack } from "./commands/archive-pack.ts";
import { buyPack } from "./commands/buy-pack.ts";
import { createPack } from "./commands/create-pack.ts";
import { updatePack } from "./commands/update-pack.ts";
import { listPacks } from "./queries.ts";
import type { BuyPackInput, CreatePackInput, PackView } from "./schema.ts";
import { BuyPackInput as BuyPackSchema, CreatePackInput as CreatePackSchema } from "./schema.ts";

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await createTestDatabase({ maxConnections: 16 });
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
  priceMinor: 900,
  priceCurrency: "USD",
  validDays: 90,
  scope: ANYTHING,
};
const as = (role: Role) => ledger.space.as(role);
const ana = () =>
  database.context(
    ledger.space.organizationId,
    { kind: "person", personId: ledger.ana, role: "member" },
    ledger.space.clock,
  );
const admin = () =>
  database.context(
    ledger.space.organizationId,
    { kind: "person", personId: ledger.ben, role: "team_admin" },
    ledger.space.clock,
  );
const create = (more: Partial<CreatePackInput> = {}) => createPack(as("community_manager"), { ...PAGES, ...more });
const purchase = (pack: PackView, more: Partial<BuyPackInput> = {}): BuyPackInput => ({
  packId: pack.id,
  for: "me",
  expectedPriceMinor: pack.priceMinor,
  idempotencyKey: newId(),
  ...more,
});
const walletOf = (personId: string) => ledger.inside((tx) => loadWallet(tx, ledger.system, { personId }));
const chargesOf = (personId: string) => ledger.inside((tx) => loadCharges(tx, ledger.system, { personId }));

describe("packs", () => {
  test("are made by managers, listed for everybody by unit and size, and archived", async () => {
    const large = await create({ name: "500 pages", quantity: 500, priceMinor: 4000, validDays: null });
    const small = await create();
    expect(await listPacks(as("member"))).toEqual([small, large]);
    await archivePack(as("owner"), { packId: small.id });
    expect(await listPacks(as("member"))).toEqual([large]);
    await expect(archivePack(as("owner"), { packId: small.id })).rejects.toMatchObject({
      refusal: { code: "not_found", what: "pack" },
    });
    expect((await ledger.space.audited()).filter((action) => action.startsWith("pack."))).toEqual([
      "pack.created",
      "pack.created",
      "pack.archived",
    ]);
  });

  test("keep their id for another name or price, and are another pack with another content", async () => {
    const pack = await create();
    const dearer = await updatePack(as("owner"), { ...PAGES, id: pack.id, name: "A hundred pages", priceMinor: 1000 });
    expect(dearer).toEqual({ ...pack, name: "A hundred pages", priceMinor: 1000, totalMinor: 1000 });
    const larger = await updatePack(as("owner"), { ...PAGES, id: pack.id, quantity: 120 });
    expect(larger.id).not.toBe(pack.id);
    expect(await listPacks(as("member"))).toEqual([larger]);
    await expect(buyPack(ana(), purchase(dearer))).rejects.toMatchObject({ refusal: { code: "not_found" } });
    await expect(updatePack(as("owner"), { ...PAGES, id: pack.id })).rejects.toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  test("on offer don't share a name; it is free again after archiving", async () => {
    const pack = await create();
    await expect(create()).rejects.toMatchObject({ refusal: { code: "name_taken", name: "100 pages" } });
    const other = await create({ name: "Other", quantity: 10 });
    await expect(updatePack(as("owner"), { ...PAGES, id: other.id })).rejects.toMatchObject({
      refusal: { code: "name_taken" },
    });
    await archivePack(as("owner"), { packId: pack.id });
    await create();
  });

  test("of another organization, or about its things, don't exist", async () => {
    const foreign = await aLedger(database);
    const pack = await createPack(foreign.space.as("owner"), PAGES);
    expect(await listPacks(as("owner"))).toEqual([]);
    const about = { what: "pack", code: "not_found" };
    await expect(archivePack(as("owner"), { packId: pack.id })).rejects.toMatchObject({ refusal: about });
    await expect(updatePack(as("owner"), { ...PAGES, id: pack.id })).rejects.toMatchObject({ refusal: about });
    await expect(buyPack(ana(), purchase(pack))).rejects.toMatchObject({ refusal: about });
    await expect(create({ scope: { ...ANYTHING, locationIds: [foreign.locationId] } })).rejects.toMatchObject({
      refusal: { code: "not_found", what: "location" },
    });
  });

  test("are nobody's to change but managers'; money needs a currency", async () => {
    const pack = await create();
    for (const role of ["member", "team_admin", "front_desk", "billing_manager"] as const) {
      await expect(createPack(as(role), PAGES)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(updatePack(as(role), { ...PAGES, id: pack.id })).rejects.toMatchObject({ kind: "forbidden" });
      await expect(archivePack(as(role), { packId: pack.id })).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(create({ name: "Money", unit: "money" })).rejects.toMatchObject({
      refusal: { code: "currency_mismatch" },
    });
  });

  test.each([
    { quantity: 0 },
    { quantity: -5 },
    { quantity: 1.5 },
    { quantity: 1e15 },
    { priceMinor: -1 },
    { validDays: 0 },
    { unit: "hugs" },
    { priceCurrency: "XYZ" },
    { name: " " },
    { name: "a\u0000b" },
  ])("%j is no pack", (more) => {
    expect(CreatePackSchema.safeParse({ ...PAGES, ...more }).success).toBe(false);
  });
});

describe("buying a pack", () => {
  test("makes a lot until the end of the local day, an open charge over the price, and a line in the trail", async () => {
    const pack = await create();
    // 20:30 in Kathmandu, where days end at 18:15 UTC.
    ledger.space.clock.set("2026-11-25T14:45:00Z");
    const bought = await buyPack(ana(), purchase(pack));
    expect(bought).toMatchObject({
      quantity: 100,
      priceMinor: 900,
      expiresAt: "2027-02-23T18:15:00.000Z",
      name: "100 pages",
    });
    const { lots } = await walletOf(ledger.ana);
    expect(lots).toMatchObject([
      { id: bought.lotId, source: "pack", label: "100 pages", left: 100, owner: "person", expiresAt: bought.expiresAt },
    ]);
    expect(await chargesOf(ledger.ana)).toMatchObject([
      {
        openMinor: 900,
        currency: "USD",
        teamId: null,
        cause: { type: "pack_purchase" as const, id: bought.purchaseId, label: "100 pages" },
      },
    ]);
    expect((await ledger.space.audited()).at(-1)).toBe("credits.pack_bought");
    const input = { personId: null, unit: "mono_pages", currency: null, from: "2026-11-01", to: "2026-11-30" } as const;
    expect((await explainBalance(ana(), input)).movements).toMatchObject([
      { kind: "grant", quantity: 100, cause: { type: "pack_purchase" as const, id: bought.purchaseId } },
    ]);
  });

  test("never ends without days, and for nothing charges nothing", async () => {
    const bought = await buyPack(ana(), purchase(await create({ validDays: null, priceMinor: 0 })));
    expect(bought.expiresAt).toBe(null);
    expect(await chargesOf(ledger.ana)).toEqual([]);
  });

  test("pays what was printed before, and not itself with the money that is in it", async () => {
    const at = parseInstant("2026-11-24T09:00:00Z");
    await ledger.inside((tx) =>
      recordCharge(tx, ledger.system, {
        payer: { personId: ledger.ana, teamId: null },
        cause: { type: "print_job" as const, id: newId(), label: "Report" },
        currency: "USD",
        lines: [aLine(300, { locationId: ledger.locationId, usage: { unit: "mono_pages", quantity: 30, at } })],
        idempotencyKey: newId(),
      }),
    );
    await buyPack(ana(), purchase(await create()));
    expect((await walletOf(ledger.ana)).lots).toMatchObject([{ left: 70 }]);
    expect((await chargesOf(ledger.ana)).map((charge) => charge.openMinor)).toEqual([0, 900]);
    await buyPack(
      ana(),
      purchase(await create({ name: "Money", unit: "money", currency: "USD", quantity: 5000, priceMinor: 4500 })),
    );
    expect((await walletOf(ledger.ana)).balances.find((one) => one.unit === "money")).toMatchObject({ balance: 5000 });
    expect((await chargesOf(ledger.ana)).map((charge) => charge.openMinor)).toEqual([0, 900, 4500]);
  });

  test("at a price that the buyer has not seen is refused, with the new one", async () => {
    const pack = await create();
    await updatePack(as("owner"), { ...PAGES, id: pack.id, priceMinor: 1100 });
    await expect(buyPack(ana(), purchase(pack))).rejects.toMatchObject({
      refusal: { code: "pack_price_changed", priceMinor: 1100, currency: "USD" },
    });
    expect((await walletOf(ledger.ana)).lots).toEqual([]);
  });

  test("twice with one key is once, also sixteen times at once and after the pack is gone", async () => {
    const pack = await create();
    const input = purchase(pack);
    const answers = await Promise.all(Array.from({ length: 16 }, () => buyPack(ana(), input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await archivePack(as("owner"), { packId: pack.id });
    expect(await buyPack(ana(), input)).toEqual(answers[0]);
    expect((await walletOf(ledger.ana)).balances).toMatchObject([{ balance: 100 }]);
    expect(await chargesOf(ledger.ana)).toHaveLength(1);
    await expect(buyPack(admin(), input)).rejects.toMatchObject({ refusal: { code: "idempotency_key_reused" } });
  });

  test("and archiving it in the same moment: bought before, or not at all", async () => {
    const pack = await create();
    const [bought, archived] = await Promise.allSettled([
      buyPack(ana(), purchase(pack)),
      archivePack(as("owner"), { packId: pack.id }),
    ]);
    expect(archived.status).toBe("fulfilled");
    expect((await walletOf(ledger.ana)).lots).toHaveLength(bought.status === "fulfilled" ? 1 : 0);
  });

  test("for the team is its admin's to do; staff buys for anybody", async () => {
    const pack = await create();
    await expect(buyPack(ana(), purchase(pack, { for: "team" }))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(buyPack(ana(), purchase(pack, { for: { personId: ledger.ben } }))).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(buyPack(as("team_admin"), purchase(pack, { for: "team" }))).rejects.toMatchObject({
      refusal: { code: "not_found", what: "team" },
    });
    expect(await buyPack(admin(), purchase(pack, { for: "team" }))).toMatchObject({ owner: { teamId: ledger.team } });
    expect((await walletOf(ledger.ana)).lots).toMatchObject([{ owner: "team", left: 100 }]);
    expect(await chargesOf(ledger.ben)).toMatchObject([{ teamId: ledger.team, openMinor: 900 }]);
    await buyPack(as("community_manager"), purchase(pack, { for: { personId: ledger.ana } }));
    await buyPack(as("community_manager"), purchase(pack, { for: { teamId: ledger.team } }));
    expect((await walletOf(ledger.ana)).balances).toMatchObject([{ own: 100, team: 200 }]);
    expect(await chargesOf(ledger.ana)).toMatchObject([{ teamId: null }, { teamId: ledger.team }]);
  });

  test("for people and teams of elsewhere, and for who is suspended, finds nobody", async () => {
    const pack = await create();
    const foreign = await aLedger(database);
    for (const whom of [{ personId: foreign.ana }, { teamId: foreign.team }])
      await expect(buyPack(as("owner"), purchase(pack, { for: whom }))).rejects.toMatchObject({ kind: "not_found" });
    await database.owner.query("UPDATE people SET status = 'suspended' WHERE id = $1", [ledger.ana]);
    await expect(buyPack(as("owner"), purchase(pack, { for: { personId: ledger.ana } }))).rejects.toMatchObject({
      refusal: { code: "not_found", what: "person" },
    });
  });

  test.each([
    { for: "everybody" },
    { for: {} },
    { expectedPriceMinor: -1 },
    { idempotencyKey: "short" },
    { packId: "x" },
  ])("%j is no purchase", (more) => {
    const good = { packId: newId(), for: "me", expectedPriceMinor: 900, idempotencyKey: newId() };
    expect([BuyPackSchema.safeParse(good).success, BuyPackSchema.safeParse({ ...good, ...more }).success]).toEqual([
      true,
      false,
    ]);
  });

  test("the app's role can't rewrite a purchase, nor what is in a pack, nor delete either", async () => {
    await buyPack(ana(), purchase(await create()));
    for (const statement of [
      "UPDATE credit_pack_purchases SET price_minor = 0",
      "DELETE FROM credit_pack_purchases",
      "UPDATE credit_packs SET quantity = 1",
      "UPDATE credit_packs SET valid_days = 1",
      "DELETE FROM credit_packs",
    ]) {
      await expect(
        ledger.inside((tx) => tx.query(statement)),
        statement,
      ).rejects.toMatchObject({ code: "42501" });
    }
  });
});
