import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { readInvoice } from "@working-social/documents";
import { filesIn, textsOf } from "@working-social/documents/testing";
import { newId } from "@working-social/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { updateAccount } from "../accounts/commands/update-account.ts";
import { creditInvoice } from "../invoices/commands/credit-invoice.ts";
import { getInvoice, listInvoices } from "../invoices/queries.ts";
import type { InvoiceView } from "../invoices/schema.ts";
import { updateSeller } from "../sellers/commands/update-seller.ts";
import { listSellers } from "../sellers/queries.ts";
import type { BilledSpace } from "../testing/a-billed-space.ts";
import { aBilledSpace } from "../testing/a-billed-space.ts";
import { invoicePdf } from "./queries/invoice-pdf.ts";
import { invoiceXml } from "./queries/invoice-xml.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const notFound = { kind: "not_found", refusal: { code: "not_found", what: "invoice" } };

/** Ana's first month with a set-up fee and a deposit, from a seller and to a buyer who lack nothing. */
async function anInvoicedMonth(currency = "EUR"): Promise<{ billed: BilledSpace; invoice: InvoiceView }> {
  const billed = await aBilledSpace(database, { currency });
  const { manager, space } = billed;
  billed.on("2026-12-01");
  const [seller] = await listSellers(manager);
  await updateSeller(manager, { id: seller?.id ?? "", ...SELLER });
  await billed.sign(await billed.plan({ setupFeeMinor: 50_00, depositMinor: 400_00 }, "Desk Flex"));
  const { rows } = await database.owner.query<{ id: string }>("SELECT id FROM billing_accounts WHERE owner_id = $1", [
    billed.ana,
  ]);
  await updateAccount(manager, { id: rows[0]?.id ?? "", ...BUYER });
  await billed.bill("2026-12-01");
  const { invoices } = await listInvoices(space.as("billing_manager"), { accountId: null, cursor: null });
  return { billed, invoice: await getInvoice(manager, { id: invoices[0]?.id ?? "" }) };
}

const SELLER = {
  legalName: "Quayside Works GmbH",
  street: "Kai 1",
  city: "Hamburg",
  postCode: "20457",
  country: "DE",
  vatId: "DE136695976",
  contactName: "Ada",
  contactEmail: "billing@quayside.example",
  contactPhone: "+49 40 123456",
  iban: "DE89370400440532013000",
  electronicAddress: "billing@quayside.example",
  electronicScheme: "EM",
};
const BUYER = {
  legalName: "نورس للتصميم",
  street: "Gasse 2",
  city: "Kiel",
  postCode: "24103",
  country: "DE",
  buyerReference: "ref-7",
  electronicAddress: "rechnung@buyer.example",
  electronicScheme: "EM",
};

test("an invoice is a page with each of its amounts, and an e-invoice inside that says the same", async () => {
  const { billed, invoice } = await anInvoicedMonth();
  const { bytes, number } = await invoicePdf(billed.manager, { id: invoice.id });
  expect(number).toBe(invoice.number);
  const text = (await textsOf(bytes)).join(" ");
  for (const said of [
    /650[.,]00/,
    /200[.,]00/,
    /50[.,]00/,
    /400[.,]00/,
    /Desk Flex/,
    /Memberships/,
    /Deposits/,
    /DE89 3704/,
    /2026-0001/,
  ])
    expect(text).toMatch(said);
  const [xml = ""] = Object.values(await filesIn(bytes));
  expect(readInvoice(xml)).toMatchObject({
    number: invoice.number,
    buyer: { name: BUYER.legalName },
    totals: { due: "650.00" },
    payment: { meansCode: "58", remittance: expect.stringMatching(/^RF\d{2}20260001$/) },
  });
});

test("who asks twice gets the same bytes", async () => {
  const { billed, invoice } = await anInvoicedMonth();
  const bytes = async () => Buffer.from((await invoicePdf(billed.manager, { id: invoice.id })).bytes);
  expect((await bytes()).equals(await bytes())).toBe(true);
});

test("a credit note says which invoice it corrects, and why", async () => {
  const { billed, invoice } = await anInvoicedMonth();
  const input = { id: invoice.id, lines: null, reason: "Signed twice" };
  const note = await creditInvoice(billed.manager, { ...input, idempotencyKey: newId() });
  const text = (await textsOf((await invoicePdf(billed.manager, { id: note.id })).bytes)).join(" ");
  for (const said of ["Credit note", invoice.number, "Signed twice"]) expect(text).toContain(said);
  expect(text).not.toContain("DE89 3704");
  const { bytes } = await invoiceXml(billed.manager, { id: note.id, format: "xrechnung" });
  expect(readInvoice(new TextDecoder().decode(bytes))).toMatchObject({
    typeCode: "381",
    precedingInvoices: [{ number: invoice.number, issueDate: invoice.issueDate }],
    notes: [{ text: "Reason: Signed twice" }],
    payment: { meansCode: "1", transfers: [] },
    totals: { due: "650.00" },
  });
});

test("Ana sees her own, who manages billing sees all, and for everybody else there is none", async () => {
  const { billed, invoice } = await anInvoicedMonth();
  const { space, ana } = billed;
  const foreign = await aBilledSpace(database);
  const hers = database.context(space.organizationId, { kind: "person", personId: ana, role: "member" }, space.clock);
  const xml = { id: invoice.id, format: "ubl" } as const;
  for (const ctx of [hers, space.as("billing_manager")]) {
    expect((await invoicePdf(ctx, { id: invoice.id })).number).toBe(invoice.number);
    expect((await invoiceXml(ctx, xml)).number).toBe(invoice.number);
  }
  for (const ctx of [space.as("member"), space.as("team_admin"), space.as("front_desk"), foreign.manager]) {
    await expect(invoicePdf(ctx, { id: invoice.id })).rejects.toMatchObject(notFound);
    await expect(invoiceXml(ctx, xml)).rejects.toMatchObject(notFound);
  }
});

test("where something is missing there is a page without an e-invoice, and no e-invoice", async () => {
  const { billed, invoice } = await anInvoicedMonth("KWD");
  expect(await filesIn((await invoicePdf(billed.manager, { id: invoice.id })).bytes)).toEqual({});
  await expect(invoiceXml(billed.manager, { id: invoice.id, format: "ubl" })).rejects.toMatchObject({
    kind: "conflict",
    refusal: { code: "no_e_invoice", rules: expect.arrayContaining(["BR-DEC-18"]) },
  });
});

test("yen have no cents, on paper and in the e-invoice", async () => {
  const { billed, invoice } = await anInvoicedMonth("JPY");
  const { bytes } = await invoiceXml(billed.manager, { id: invoice.id, format: "ubl" });
  expect(readInvoice(new TextDecoder().decode(bytes))).toMatchObject({ currency: "JPY", totals: { due: "65000" } });
  const text = (await textsOf((await invoicePdf(billed.manager, { id: invoice.id })).bytes)).join(" ");
  expect(text).toMatch(/65[.,]000(?![.,])/);
});
