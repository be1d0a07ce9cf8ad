import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { inTransaction } from "@working-social/db";
import { setLock } from "../sellers/commands/set-lock.ts";
import type { Business } from "../testing/a-seller.ts";
import { aBusiness } from "../testing/a-seller.ts";
import { archiveProduct } from "./commands/archive-product.ts";
import { createProduct } from "./commands/create-product.ts";
import { setTaxRate } from "./commands/set-tax-rate.ts";
import { updateProduct } from "./commands/update-product.ts";
import { listProducts, listTaxRates, loadTaxRates } from "./queries.ts";
import { taxOn } from "./rules/tax-on.ts";
import type { SetTaxRateInput } from "./schema.ts";
import { CreateProductInput } from "./schema.ts";

let database: TestDatabase;
let business: Business;
let foreign: Business;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  [business, foreign] = [await aBusiness(database), await aBusiness(database)];
});

const asBilling = () => business.as("billing_manager");
const notFound = (what: string) => ({ refusal: { code: "not_found", what } });
const issue = (field: string, code: string) => ({ refusal: { code: "bad_input", issues: [{ path: [field], code }] } });
const coffee = (name = "Coffee") =>
  CreateProductInput.parse({
    name,
    unitCode: "C62",
    revenueAccount: "8400",
    taxClass: "reduced",
    priceMinor: 250,
    currency: "EUR",
  });
const rate = (more: Partial<SetTaxRateInput> = {}): SetTaxRateInput => ({
  locationId: business.locationId,
  taxClass: "standard",
  validFrom: "2027-01-01",
  category: "S",
  basisPoints: 1900,
  exemptionReason: null,
  exemptionCode: null,
  ...more,
});
async function refusalsOf(all: Promise<unknown>[]): Promise<unknown[]> {
  return (await Promise.allSettled(all)).map((one) => (one.status === "rejected" ? (one.reason as unknown) : one));
}

describe("products", () => {
  test("an organization has one of each kind, and the items that it adds", async () => {
    const stock = await listProducts(business.as("community_manager"));
    expect(stock.map(({ kind, unitCode, taxClass }) => `${kind} ${unitCode} ${taxClass}`)).toEqual([
      "plan_fee MON standard",
      "letting_fee MON standard",
      "setup_fee C62 standard",
      "deposit C62 outside",
      "room_time MIN standard",
      "desk_time DAY standard",
      "equipment_time MIN standard",
      "copier_pages C62 standard",
      "credit_pack C62 standard",
      "cancellation_fee C62 standard",
    ]);
    const made = await createProduct(asBilling(), coffee());
    expect(made).toMatchObject({ kind: "item", name: "Coffee", priceMinor: 250, isArchived: false });
    expect(await updateProduct(asBilling(), { id: made.id, priceMinor: null, currency: null })).toMatchObject({
      priceMinor: null,
    });
    expect(await archiveProduct(asBilling(), { id: made.id })).toEqual({ ok: true });
    await expect(archiveProduct(asBilling(), { id: made.id })).rejects.toMatchObject(notFound("product"));
    await expect(updateProduct(asBilling(), { id: made.id, name: "Tea" })).rejects.toMatchObject(notFound("product"));
    expect((await listProducts(asBilling())).find(({ id }) => id === made.id)).toMatchObject({ isArchived: true });
    // Its name is free again.
    await createProduct(asBilling(), coffee());
    expect(await business.audited()).toEqual([
      "product.created",
      "product.updated",
      "product.archived",
      "product.created",
    ]);
  });

  test("of a kind may have another tax and account, and keep their name and price to themselves", async () => {
    const [fee] = await listProducts(asBilling());
    const id = fee?.id ?? "";
    expect(await updateProduct(asBilling(), { id, revenueAccount: "8401", taxClass: "exempt" })).toMatchObject({
      revenueAccount: "8401",
      taxClass: "exempt",
    });
    await expect(updateProduct(asBilling(), { id, name: "Fee" })).rejects.toMatchObject(
      issue("name", "named_by_its_kind"),
    );
    await expect(updateProduct(asBilling(), { id, priceMinor: 1, currency: "EUR" })).rejects.toMatchObject(
      issue("priceMinor", "priced_elsewhere"),
    );
    await expect(archiveProduct(asBilling(), { id })).rejects.toMatchObject(issue("id", "no_item"));
  });

  test("names that look the same are one, also of two who add it at once", async () => {
    const tries = await Promise.allSettled([
      createProduct(asBilling(), coffee("Café")),
      createProduct(asBilling(), coffee("CAFE\u0301")),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { id } = await createProduct(asBilling(), coffee("Tea"));
    await expect(updateProduct(asBilling(), { id, name: "café" })).rejects.toMatchObject({
      refusal: { code: "name_taken", name: "café" },
    });
    await expect(updateProduct(asBilling(), { id, name: null })).rejects.toMatchObject(issue("name", "too_small"));
    await expect(updateProduct(asBilling(), { id, currency: null })).rejects.toMatchObject(
      issue("currency", "currency_missing"),
    );
  });

  test("are for who manages billing; who manages contracts sees them; others' are not there", async () => {
    const { id } = await createProduct(asBilling(), coffee());
    const changes = (as: ReturnType<typeof asBilling>) => [
      updateProduct(as, { id, name: "Tea" }),
      archiveProduct(as, { id }),
    ];
    for (const refusal of await refusalsOf(changes(foreign.as("owner"))))
      expect(refusal).toMatchObject(notFound("product"));
    const as = business.as("community_manager");
    for (const refusal of await refusalsOf([...changes(as), createProduct(as, coffee("Tea")), setTaxRate(as, rate())]))
      expect(refusal).toMatchObject({ refusal: { code: "not_allowed", action: "manageBilling" } });
    await expect(listProducts(business.as("front_desk"))).rejects.toMatchObject({ kind: "forbidden" });
  });

  test.each([
    ["a unit that invoices don't know", { unitCode: "KGM" }],
    ["a price with a comma", { priceMinor: "2,50" }],
    ["a price below nothing", { priceMinor: -1 }],
    ["a currency that is none", { currency: "XXQ" }],
    ["no name", { name: " \u200b" }],
  ])("with %s is refused by its schema", (_, more) => {
    expect(CreateProductInput.safeParse({ ...coffee(), ...more }).success).toBe(false);
  });
});

describe("tax rates", () => {
  const today = async () =>
    (await listTaxRates(asBilling(), { locationId: business.locationId })).today.map(
      ({ tax }) => tax?.basisPoints ?? null,
    );

  test("begin on their day, by the location's clock", async () => {
    await setTaxRate(asBilling(), rate());
    await setTaxRate(asBilling(), rate({ taxClass: "reduced", basisPoints: 700 }));
    expect(await today()).toEqual([0, null, 0, 0, 0]);
    // In Berlin it is the new year already.
    business.clock.set("2026-12-31T23:30:00Z");
    expect(await today()).toEqual([1900, 700, 0, 0, 0]);
    await setTaxRate(asBilling(), rate({ basisPoints: 2000 }));
    expect(await today()).toEqual([2000, 700, 0, 0, 0]);
    expect(await business.audited()).toEqual(["tax_rate.set", "tax_rate.set", "tax_rate.set"]);
  });

  test("are loaded for several locations at once, and not for others'", async () => {
    await setTaxRate(asBilling(), rate());
    const ids = [business.locationId, foreign.locationId];
    const loaded = await inTransaction(asBilling(), (tx) => loadTaxRates(tx, asBilling(), ids));
    expect([...loaded.keys()]).toEqual([business.locationId]);
    const here = loaded.get(business.locationId);
    expect(here && taxOn(here, "standard", "2027-06-01")).toMatchObject({ category: "S", basisPoints: 1900 });
    expect(here && taxOn(here, "standard", "2026-06-01")).toMatchObject({ category: "O", basisPoints: 0 });
  });

  test("never reach into closed books, and those of others' locations are not there", async () => {
    await setLock(asBilling(), { sellerId: business.sellerId, lockedUntil: "2026-10-31", reason: null });
    for (const validFrom of ["2026-10-31", "2020-01-01"])
      await expect(setTaxRate(asBilling(), rate({ validFrom }))).rejects.toMatchObject({
        refusal: { code: "books_closed", lockedUntil: "2026-10-31" },
      });
    await setTaxRate(asBilling(), rate({ validFrom: "2026-11-01" }));
    const elsewhere = { locationId: foreign.locationId };
    const refusals = await refusalsOf([setTaxRate(asBilling(), rate(elsewhere)), listTaxRates(asBilling(), elsewhere)]);
    for (const refusal of refusals) expect(refusal).toMatchObject(notFound("location"));
  });

  test("of one day that two say at once: both are taken, and one holds", async () => {
    await Promise.all([
      setTaxRate(asBilling(), rate({ basisPoints: 700 })),
      setTaxRate(asBilling(), rate({ basisPoints: 800 })),
    ]);
    const { rates } = await listTaxRates(asBilling(), { locationId: business.locationId });
    expect(rates).toHaveLength(1);
    expect([700, 800]).toContain(rates[0]?.basisPoints);
  });
});
