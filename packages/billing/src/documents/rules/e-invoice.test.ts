import { readInvoice, writeCii, writeUbl } from "@working-social/documents";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { someDocuments } from "../../testing/some-documents.ts";
import type { InvoiceDocument } from "./document.ts";
import { documentWords } from "./document-words.ts";
import { eInvoiceOf } from "./e-invoice.ts";
import { fatalRules, findingsOf } from "./findings.ts";
import { sheetOf } from "./sheet.ts";

const eInvoice = (invoice: InvoiceDocument) => eInvoiceOf(invoice, documentWords(invoice));

/** 12.50 → 1250n at two digits more than any currency here has: exact, where floating point is not. */
function exact(text: string): bigint {
  const [whole = "", part = ""] = text.split(".");
  return BigInt(whole + part.padEnd(4, "0"));
}

test("whatever is on an invoice of complete parties, its e-invoice breaks no rule: of the standard, and of the German authorities", () => {
  fc.assert(
    fc.property(someDocuments, (invoice) => {
      const written = eInvoice(invoice);
      for (const profile of ["en16931", "xrechnung"] as const) {
        // Tax in whole yen is less than one yen off what the standard counts in cents: its rules warn of that.
        if (invoice.currency === "JPY") expect(fatalRules(written, profile)).toEqual([]);
        else expect(findingsOf(written, profile)).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

test("quantity × price ÷ base is the net of each line, and all lines are the invoice's", () => {
  fc.assert(
    fc.property(someDocuments, (invoice) => {
      for (const { quantity, price, netAmount } of eInvoice(invoice).lines) {
        const base = exact(price.baseQuantity ?? "1");
        expect(exact(quantity) * exact(price.net)).toBe(exact(netAmount) * base);
        expect(exact(price.net) >= 0n && base > 0n).toBe(true);
      }
      const { totals } = eInvoice(invoice);
      expect(exact(totals.gross) + exact(totals.rounding ?? "0")).toBe(exact(totals.due));
    }),
  );
});

test("what is written is read again as it was, in both syntaxes", () => {
  fc.assert(
    fc.property(someDocuments, (invoice) => {
      const { lines, totals } = eInvoice(invoice);
      for (const xml of [writeUbl(eInvoice(invoice), "en16931"), writeCii(eInvoice(invoice), "en16931")]) {
        const read = readInvoice(xml);
        expect(read.totals.due).toBe(totals.due);
        expect(read.lines.map(({ netAmount }) => netAmount)).toEqual(lines.map(({ netAmount }) => netAmount));
      }
    }),
    { numRuns: 30 },
  );
});

test("paper and e-invoice count the same lines, and the groups add up to what is billed", () => {
  fc.assert(
    fc.property(someDocuments, (invoice) => {
      const { groups, totals } = sheetOf(invoice, documentWords(invoice), null);
      const lines = groups.flatMap((group) => group.lines);
      expect(lines.length).toBe(eInvoice(invoice).lines.length);
      const sum = lines.reduce((total, { amountMinor }) => total + amountMinor, 0);
      expect(sum).toBe(invoice.priceMode === "net" ? totals.netMinor : totals.grossMinor);
      for (const { unitPriceMinor, amountMinor } of lines)
        expect(unitPriceMinor === null || unitPriceMinor >= 0 || amountMinor < 0).toBe(true);
    }),
  );
});
