import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import type { Business } from "../testing/a-seller.ts";
import { aBusiness } from "../testing/a-seller.ts";
import { anInvoice } from "../testing/an-invoice.ts";
import { archiveSeller } from "./commands/archive-seller.ts";
import { assignLocation } from "./commands/assign-location.ts";
import { createSeller } from "./commands/create-seller.ts";
import { setLock } from "./commands/set-lock.ts";
import { setLogo } from "./commands/set-logo.ts";
import { setNumberPattern } from "./commands/set-number-pattern.ts";
import { updateSeller } from "./commands/update-seller.ts";
import { getSeller, listSellers, sellerLogo } from "./queries.ts";
import { CreateSellerInput, UpdateSellerInput } from "./schema.ts";

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
const notFound = (what: string) => ({ kind: "not_found", refusal: { code: "not_found", what } });
const forbidden = { kind: "forbidden", refusal: { code: "not_allowed", action: "manageBilling" } };
const issue = (field: string, code: string) => ({
  kind: "bad_input",
  refusal: { code: "bad_input", issues: [{ path: [field], code }] },
});
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

describe("a seller", () => {
  test("comes with the first location, is told what it lacks, and lacks nothing once all is said", async () => {
    const [seller] = await listSellers(asBilling());
    expect(seller).toMatchObject({ legalName: "Quayside Works", locations: [{ since: "2000-01-01" }] });
    expect(seller?.series.map(({ pattern }) => pattern)).toEqual(["{YYYY}-{NNNN}", "CN-{YYYY}-{NNNN}"]);
    expect(seller?.lacks.map(({ field, severity }) => `${field} ${severity}`)).toEqual([
      "street invoice",
      "city invoice",
      "postCode invoice",
      "country invoice",
      "taxId invoice",
      "iban e_invoice",
      "electronicAddress e_invoice",
      "contact e_invoice",
    ]);
    const edit = UpdateSellerInput.parse({
      id: business.sellerId,
      street: "Kai 1",
      city: "Hamburg",
      postCode: "20457",
      country: "de",
      vatId: "DE 136 695 976",
      iban: "DE89 3704 0044 0532 0130 00",
      bic: "COBADEFFXXX",
      electronicAddress: "rechnung@example.test",
      electronicScheme: "em",
      contactName: "Ana",
      contactEmail: "ANA@example.test",
      contactPhone: "+49 40 1",
    });
    const after = await updateSeller(asBilling(), edit);
    expect(after).toMatchObject({ country: "DE", vatId: "DE136695976", iban: "DE89370400440532013000", lacks: [] });
    expect(await getSeller(business.as("owner"), { id: business.sellerId })).toEqual(after);
    const { rows } = await database.owner.query(
      "SELECT e.data, p.data AS personal FROM events e JOIN event_personal_data p ON p.event_id = e.id WHERE e.subject_id = $1",
      [business.sellerId],
    );
    expect(JSON.stringify(rows[0]?.data)).not.toMatch(/ana/i);
    expect(rows[0]?.personal).toEqual({
      changes: {
        contactName: [null, "Ana"],
        contactEmail: [null, "ana@example.test"],
        contactPhone: [null, "+49 40 1"],
      },
    });
  });

  test.each([
    ["an IBAN with a wrong digit", { iban: "DE89370400440532013001" }],
    ["a BIC that is none", { bic: "COBA" }],
    ["a country that is none", { country: "XX" }],
    ["a country by name", { country: "Germany" }],
    ["a VAT id of no country", { vatId: "123456789" }],
    ["a scheme that e-invoices don't know", { electronicScheme: "9999" }],
    ["a name of 301 characters", { legalName: "x".repeat(301) }],
    ["days with a comma", { paymentDays: "14,5" }],
    ["an unknown field", { logo: PIXEL }],
  ])("with %s is refused by its schema", (_, input) => {
    expect(UpdateSellerInput.safeParse({ id: newId(), ...input }).success).toBe(false);
  });

  test("keeps names of 300 characters and of any script", async () => {
    const legalName = `شركة ${"א".repeat(295)}`;
    const edit = UpdateSellerInput.parse({ id: business.sellerId, legalName, street: "Straße 7, Hof" });
    expect(await updateSeller(asBilling(), edit)).toMatchObject({ legalName, street: "Straße 7, Hof" });
  });

  test("with half of an electronic address, or a VAT id with a wrong digit, is refused as a whole", async () => {
    const id = business.sellerId;
    await expect(updateSeller(asBilling(), { id, electronicScheme: "EM" })).rejects.toMatchObject(
      issue("electronicAddress", "address_missing"),
    );
    await expect(updateSeller(asBilling(), { id, electronicAddress: "a@b.test" })).rejects.toMatchObject(
      issue("electronicScheme", "scheme_missing"),
    );
    await expect(updateSeller(asBilling(), { id, vatId: "DE136695977" })).rejects.toMatchObject(
      issue("vatId", "wrong_check_digits"),
    );
    expect(await business.audited()).toEqual([]);
  });

  test("another one has numbers of its own, and is put away when it sells nowhere", async () => {
    const made = await createSeller(
      asBilling(),
      CreateSellerInput.parse({ legalName: "Quayside Annex Ltd", country: "GB" }),
    );
    expect(made).toMatchObject({ isArchived: false, locations: [], priceMode: "gross" });
    expect(made.series.map(({ pattern }) => pattern)).toEqual(["B-{YYYY}-{NNNN}", "B-CN-{YYYY}-{NNNN}"]);
    const { id, locationId } = { id: made.id, locationId: business.locationId };
    await assignLocation(asBilling(), { locationId, sellerId: id, since: "2027-01-01" });
    await expect(archiveSeller(asBilling(), { id })).rejects.toMatchObject({ refusal: { code: "seller_sells" } });
    await expect(archiveSeller(asBilling(), { id: business.sellerId })).rejects.toMatchObject({
      refusal: { code: "seller_sells" },
    });
    business.clock.set("2027-01-02T09:00:00Z");
    expect(await archiveSeller(asBilling(), { id: business.sellerId })).toMatchObject({ isArchived: true });
    await expect(
      assignLocation(asBilling(), { locationId, sellerId: business.sellerId, since: "2028-01-01" }),
    ).rejects.toMatchObject(notFound("seller"));
    expect(await business.audited()).toEqual(["seller.created", "location.seller_assigned", "seller.archived"]);
  });

  test("is for who manages billing, and another organization's is not there", async () => {
    const [id, lockedUntil] = [business.sellerId, "2026-10-31"];
    const verbs = (as: ReturnType<typeof asBilling>) => [
      getSeller(as, { id }),
      sellerLogo(as, { id }),
      updateSeller(as, { id, legalName: "Mine" }),
      archiveSeller(as, { id }),
      setLock(as, { sellerId: id, lockedUntil, reason: null }),
      setLogo(as, { sellerId: id, logo: null }),
      setNumberPattern(as, { sellerId: id, kind: "invoice", pattern: "{N}" }),
      assignLocation(as, { sellerId: id, locationId: foreign.locationId, since: "2027-01-01" }),
    ];
    const refusals = async (all: Promise<unknown>[]) =>
      (await Promise.allSettled(all)).map((one) => (one.status === "rejected" ? (one.reason as unknown) : one));
    for (const refusal of await refusals(verbs(foreign.as("owner")))) expect(refusal).toMatchObject(notFound("seller"));
    for (const role of ["member", "front_desk", "community_manager"] as const) {
      const as = business.as(role);
      for (const refusal of await refusals([...verbs(as), listSellers(as), createSeller(as, { legalName: "Mine" })]))
        expect(refusal).toMatchObject(forbidden);
    }
  });
});

describe("its logo", () => {
  test("is a picture by its first bytes, comes back as it was, and goes", async () => {
    const sellerId = business.sellerId;
    expect(await setLogo(asBilling(), { sellerId, logo: PIXEL })).toMatchObject({ hasLogo: true });
    await setLogo(asBilling(), { sellerId, logo: PIXEL });
    expect(await sellerLogo(asBilling(), { id: sellerId })).toEqual({ type: "image/png", logo: PIXEL });
    expect(await setLogo(asBilling(), { sellerId, logo: null })).toMatchObject({ hasLogo: false });
    expect(await sellerLogo(asBilling(), { id: sellerId })).toBe(null);
    expect(await business.audited()).toEqual(["seller.logo_set", "seller.logo_set"]);
  });

  test.each([
    ["a page of a browser", Buffer.from("<svg onload='alert(1)'/>"), "no_picture"],
    ["a GIF", Buffer.from("GIF89a"), "no_picture"],
    ["nothing", Buffer.alloc(0), "no_picture"],
    ["the beginning of a picture", Buffer.from(PIXEL, "base64").subarray(0, 12), "no_picture"],
    // The head of a JPEG with four colours a pixel.
    [
      "a picture for a press",
      Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 2, 0, 3, 4, ...Array<number>(12).fill(0), 0xff, 0xd9]),
      "cmyk",
    ],
    ["too much", Buffer.concat([Buffer.from(PIXEL, "base64"), Buffer.alloc(262_144)]), "too_big"],
  ])("of %s is refused", async (_, bytes, code) => {
    await expect(
      setLogo(asBilling(), { sellerId: business.sellerId, logo: bytes.toString("base64") }),
    ).rejects.toMatchObject(issue("logo", code));
  });
});

describe("its books", () => {
  test("are closed forward, opened again with a reason only, and the trail knows why", async () => {
    const close = (lockedUntil: string | null, reason: string | null = null) =>
      setLock(asBilling(), { sellerId: business.sellerId, lockedUntil, reason });
    expect(await close("2026-10-31")).toMatchObject({ lockedUntil: "2026-10-31" });
    expect(await close("2026-11-30")).toMatchObject({ lockedUntil: "2026-11-30" });
    for (const earlier of ["2026-10-31", null])
      await expect(close(earlier)).rejects.toMatchObject(issue("reason", "reason_needed"));
    expect(await close(null, "The auditor asked")).toMatchObject({ lockedUntil: null });
    const { rows } = await database.owner.query(
      "SELECT p.data FROM event_personal_data p JOIN events e ON e.id = p.event_id WHERE e.subject_id = $1",
      [business.sellerId],
    );
    expect(rows).toEqual([{ data: { reason: "The auditor asked" } }]);
  });
});

describe("where it sells", () => {
  test("changes on a day after its last invoice there, and not into closed books", async () => {
    const other = await createSeller(asBilling(), { legalName: "Annex" });
    const give = (since: string) =>
      assignLocation(asBilling(), { locationId: business.locationId, sellerId: other.id, since });
    await anInvoice(database, business.sellerId, {
      number: "2026-0001",
      issueDate: "2026-11-20",
      locationId: business.locationId,
    });
    for (const since of ["2026-11-20", "2026-01-01", "1999-01-01"])
      await expect(give(since)).rejects.toMatchObject({
        refusal: { code: "location_invoiced", lastIssueDate: "2026-11-20" },
      });
    await setLock(asBilling(), { sellerId: business.sellerId, lockedUntil: "2026-11-30", reason: null });
    await expect(give("2026-11-30")).rejects.toMatchObject({
      refusal: { code: "books_closed", lockedUntil: "2026-11-30" },
    });
    expect((await give("2026-12-01")).locations).toMatchObject([
      { locationId: business.locationId, since: "2026-12-01" },
    ]);
    // Said anew before anything was sold.
    await assignLocation(asBilling(), {
      locationId: business.locationId,
      sellerId: business.sellerId,
      since: "2026-12-01",
    });
    expect((await getSeller(asBilling(), { id: other.id })).locations).toEqual([]);
  });

  test("another organization's location is not there", async () => {
    const { id: elsewhere } = await aLocation(database.owner, foreign.organizationId);
    await expect(
      assignLocation(asBilling(), { locationId: elsewhere, sellerId: business.sellerId, since: "2027-01-01" }),
    ).rejects.toMatchObject(notFound("location"));
  });
});

describe("its numbers", () => {
  const number = (pattern: string, kind: "invoice" | "credit_note" = "invoice") =>
    setNumberPattern(asBilling(), { sellerId: business.sellerId, kind, pattern });

  test("are written as a pattern says, and a pattern that could give an issued one is refused", async () => {
    await anInvoice(database, business.sellerId, { number: "2026-0001" });
    await anInvoice(database, business.sellerId, { number: "2026-0002" });
    // Without a year the counter begins anew: 2026-0001 would come again.
    await expect(number("2026-{NNNN}")).rejects.toMatchObject({
      refusal: { code: "number_would_repeat", number: "2026-0001" },
    });
    // Other digits are other numbers, and the counter goes on.
    expect(await number("{YYYY}-{NNNNN}")).toEqual({ kind: "invoice", pattern: "{YYYY}-{NNNNN}" });
    expect(await number("{YYYY}-{NNNN}")).toMatchObject({ pattern: "{YYYY}-{NNNN}" });
    expect(await number("RE-{NNNN}")).toMatchObject({ pattern: "RE-{NNNN}" });
  });

  test("of credit notes are others than those of invoices", async () => {
    await expect(number("{YYYY}-{NN}", "credit_note")).rejects.toMatchObject({
      refusal: { code: "number_patterns_collide", kind: "invoice", pattern: "{YYYY}-{NNNN}" },
    });
    await anInvoice(database, business.sellerId, { number: "CN-2026-0001", kind: "credit_note" });
    await number("GS-{YYYY}-{NNNN}", "credit_note");
    await expect(number("CN-{YYYY}-{NNNN}")).rejects.toMatchObject({ refusal: { code: "number_would_repeat" } });
    expect(await number("CN-{YYYY}-{NNNN}", "credit_note")).toMatchObject({ pattern: "CN-{YYYY}-{NNNN}" });
  });

  test("of both kinds that are made alike at once: one is refused", async () => {
    const tries = await Promise.allSettled([number("R{NNN}"), number("R{NNN}", "credit_note")]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
