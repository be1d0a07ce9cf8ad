import { expect, test } from "vitest";
import { writeCii } from "./cii/write-cii.ts";
import { readInvoice } from "./read-invoice.ts";
import { document } from "./testing/changes.ts";
import { LAWFUL } from "./testing/lawful-invoice.ts";
import { writeUbl } from "./ubl/write-ubl.ts";
import { InvoiceNotReadError } from "./xml/not-read.ts";

const UBL = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
const nested = (depth: number): string =>
  `<Invoice xmlns="${UBL}">${"<a>".repeat(depth)}${"</a>".repeat(depth)}</Invoice>`;
const BOMB = `<!DOCTYPE a [<!ENTITY b "${"x".repeat(99)}"><!ENTITY c "&b;&b;">]><Invoice xmlns="${UBL}">&c;</Invoice>`;

function reasonOf(xml: string): string {
  try {
    readInvoice(xml);
  } catch (error) {
    if (error instanceof InvoiceNotReadError) return error.reason;
    throw error;
  }
  return "read";
}

test.each([
  ["nothing", "", "not_xml"],
  ["no XML", "%PDF-1.7", "not_xml"],
  ["an element that does not end", `<Invoice xmlns="${UBL}">`, "not_xml"],
  ["an entity that nobody declared", `<Invoice xmlns="${UBL}">&what;</Invoice>`, "not_xml"],
  ["a prefix that nobody declared", "<x:Invoice/>", "not_xml"],
  ["an entity that grows", BOMB, "doctype"],
  ["a file of the machine", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "doctype"],
  ["what is too large", `<Invoice xmlns="${UBL}">${" ".repeat(21 * 1024 * 1024)}</Invoice>`, "too_large"],
  ["what is too deep", nested(200_000), "too_deep"],
  [
    "tags in a comment and in an attribute",
    `<!-- ${"<a>".repeat(99)} --><a b="${"/&gt;".repeat(99)}>"/>`,
    "unknown_document",
  ],
  ["another document", "<html><body/></html>", "unknown_document"],
  ["an Invoice of nobody's", "<Invoice/>", "unknown_document"],
  [
    "an amount in another currency",
    writeUbl(LAWFUL, "en16931").replace('currencyID="EUR"', 'currencyID="JPY"'),
    "mixed_currencies",
  ],
  [
    "a total in another currency",
    writeCii(LAWFUL, "en16931").replace("<ram:GrandTotalAmount", '<ram:GrandTotalAmount currencyID="JPY"'),
    "mixed_currencies",
  ],
  ["an invoice with hardly anything", `<Invoice xmlns="${UBL}"/>`, "read"],
])("%s: %3$s", (_, xml, reason) => {
  expect(reasonOf(xml)).toBe(reason);
});

test.each(["<!--", "<![CDATA[", "<a ", "<a b='", "<", "</", "<?x "])(
  "a million of %j is refused in a moment",
  (part) => {
    const before = performance.now();
    expect(reasonOf(part.repeat(1_000_000))).toBe("not_xml");
    expect(performance.now() - before).toBeLessThan(2_000);
  },
);

test("another prefix is read as well as the usual one", () => {
  const xml = writeUbl(LAWFUL, "en16931").replaceAll("cbc:", "b:").replace("xmlns:cbc", "xmlns:b");
  expect(readInvoice(xml).number).toBe(LAWFUL.number);
});

test.each([
  ["a\u0000b\u000Bc\uFFFEd", "a b c d"],
  ["a\uD800b", "a b"],
  ["one\r\ntwo\tthree", "one\ntwo\tthree"],
  ["<![CDATA[ &#0; ]]> --> ?>", "<![CDATA[ &#0; ]]> --> ?>"],
  ["x\u2028 \u0085 \u{1F469}\u200D\u{1F4BB}", "x\u2028 \u0085 \u{1F469}\u200D\u{1F4BB}"],
])("%j is written so that it can be read", (text, expected) => {
  const invoice = document({ notes: [{ text: `${text}!` }] })(LAWFUL);
  for (const xml of [writeUbl(invoice, "en16931"), writeCii(invoice, "en16931")]) {
    expect(readInvoice(xml).notes).toEqual([{ text: `${expected}!` }]);
  }
});

test("a cash discount ends with the end of a line, as XRechnung asks, and is read without", () => {
  const paymentTerms = "#SKONTO#TAGE=14#PROZENT=2.00#";
  const invoice = document({ paymentTerms })(LAWFUL);
  for (const xml of [writeUbl(invoice, "xrechnung"), writeCii(invoice, "xrechnung")]) {
    expect(xml).toContain(`${paymentTerms}\n<`);
    expect(readInvoice(xml).paymentTerms).toBe(paymentTerms);
  }
});
