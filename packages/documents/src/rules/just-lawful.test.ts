import { expect, test } from "vitest";
import type { EInvoice } from "../model/invoice.ts";
import type { Profile } from "../model/profile.ts";
import { lawfulOf } from "../testing/categories.ts";
import { buyer, document, line, payment, price, seller, totals, vat } from "../testing/changes.ts";
import { DRAFT, LAWFUL, totalled } from "../testing/lawful-invoice.ts";
import { lawfulBut } from "../testing/mutations/mutation.ts";
import { checkInvoice, type RuleId } from "./check-invoice.ts";

const paidUp = totalled({ ...DRAFT, paid: LAWFUL.totals.gross });

/** What is lawful, if only just. */
test.each<[string, EInvoice, Profile]>([
  ["a card's last ten digits", lawfulBut(payment({ card: { number: "1234567890" } })), "en16931"],
  ["no due date where nothing is due", document({ dueDate: null, paymentTerms: null })(paidUp), "en16931"],
  ["a due date without terms", lawfulBut(document({ paymentTerms: null })), "en16931"],
  ["terms without a due date", lawfulBut(document({ dueDate: null })), "en16931"],
  [
    "a payee who is somebody else",
    lawfulBut(document({ payee: { name: "Factor AG", id: { id: "4711" } } })),
    "en16931",
  ],
  ["an invoice that corrects nothing", lawfulBut(document({ precedingInvoices: [] })), "xrechnung"],
  ["reverse charge to who is only registered", buyer({ vatId: null })(lawfulOf("AE")), "en16931"],
  ["reverse charge to who has only a VAT id", buyer({ registration: null })(lawfulOf("AE")), "en16931"],
  ["reverse charge by who has only a tax number", seller({ vatId: null })(lawfulOf("AE")), "en16931"],
  ["an exemption by who has only a tax number", seller({ vatId: null })(lawfulOf("E")), "en16931"],
  ["a period that is open at its end", lawfulBut(line({ period: { start: "2026-11-01" } })), "peppol"],
  ["a period of one day", lawfulBut(line({ period: { start: "2026-11-30", end: "2026-11-30" } })), "peppol"],
  ["a line two cents off", lawfulBut(price({ net: "300.02", gross: "320.02" })), "peppol"],
  ["a line two cents off, downwards", lawfulBut(price({ net: "299.98", gross: "319.98" })), "peppol"],
  [
    "a tax in another currency of none",
    lawfulBut(document({ taxCurrency: "SEK" }), totals({ taxInTaxCurrency: "0.00" })),
    "peppol",
  ],
  ["a leap day", lawfulBut(document({ issueDate: "2028-02-29" })), "en16931"],
  ["the tax id of a Greek seller", lawfulBut(seller({ vatId: "EL123456789" })), "en16931"],
])("%s is no finding", (_, invoice, profile) => {
  expect(checkInvoice(invoice, profile)).toEqual([]);
});

/** And what is not. */
test.each<[string, EInvoice, Profile, readonly RuleId[]]>([
  ["a payee by the seller's name", lawfulBut(document({ payee: { name: DRAFT.seller.name } })), "en16931", ["BR-17"]],
  [
    "a payee by one of the seller's ids",
    lawfulBut(seller({ ids: [{ id: "1" }, { id: "2" }] }), document({ payee: { name: "P", id: { id: "2" } } })),
    "en16931",
    ["BR-17"],
  ],
  ["a card's eleven digits", lawfulBut(payment({ card: { number: "12345678901" } })), "en16931", ["BR-51"]],
  ["a line three cents off", lawfulBut(price({ net: "300.03", gross: "320.03" })), "peppol", ["PEPPOL-EN16931-R120"]],
  [
    "a line three cents off, downwards",
    lawfulBut(price({ net: "299.97", gross: "319.97" })),
    "peppol",
    ["PEPPOL-EN16931-R120"],
  ],
  ["a day without a month", lawfulBut(document({ issueDate: "2026-12" })), "en16931", ["BR-03"]],
  ["a day with an hour", lawfulBut(document({ issueDate: "2026-12-01T00:00" })), "en16931", ["BR-03"]],
])("%s is one", (_, invoice, profile, rules) => {
  expect(checkInvoice(invoice, profile).map(({ rule }) => rule)).toEqual(rules);
});

test.each([
  ["S", "warning"],
  ["E", "fatal"],
] as const)("a taxable amount of %s that is a cent off is %s", (name, severity) => {
  const lawful = lawfulOf(name);
  const off = vat({ taxableAmount: "337.82" })(lawful);
  expect(lawful.vat[0]?.taxableAmount).toBe("337.81");
  expect(checkInvoice(off, "en16931").filter(({ rule }) => rule === `BR-${name}-08`)).toMatchObject([
    { severity, data: { expected: "337.81", actual: "337.82" } },
  ]);
});

test("where there are several rates, a finding says which", () => {
  const [finding] = checkInvoice(vat({ taxAmount: "1.00" })(LAWFUL), "en16931").filter(
    ({ rule }) => rule === "BR-S-09",
  );
  expect(finding?.data).toEqual({ expected: "54.63", actual: "1.00", rate: "19" });
});
