import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCii } from "./cii/write-cii.ts";
import type { EInvoice } from "./model/invoice.ts";
import { PROFILES } from "./model/profile.ts";
import { readInvoice } from "./read-invoice.ts";
import { checkInvoice } from "./rules/check-invoice.ts";
import { arbitraryInvoice } from "./testing/arbitrary-invoice.ts";
import { LAWFUL } from "./testing/lawful-invoice.ts";
import { writeUbl } from "./ubl/write-ubl.ts";

/** Null is absent, whoever says it. */
const withoutNulls = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (part === null ? undefined : part)));

const asWritten = (invoice: EInvoice, profile: keyof typeof PROFILES): unknown =>
  withoutNulls({ ...invoice, ...PROFILES[profile] });

test("what is lawful is written in UBL and read again, and is lawful still", () => {
  fc.assert(
    fc.property(arbitraryInvoice, fc.constantFrom("en16931", "peppol", "xrechnung"), (invoice, profile) => {
      const read = readInvoice(writeUbl(invoice, profile));
      expect(withoutNulls(read)).toEqual(asWritten(invoice, profile));
      expect(checkInvoice(invoice, "en16931")).toEqual([]);
      expect(checkInvoice(read, "en16931")).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test("and in CII", () => {
  fc.assert(
    fc.property(arbitraryInvoice, fc.constantFrom("en16931", "xrechnung"), (invoice, profile) => {
      const read = readInvoice(writeCii(invoice, profile));
      expect(withoutNulls(read)).toEqual(asWritten(invoice, profile));
      expect(checkInvoice(read, "en16931")).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test.each(["en16931", "peppol", "xrechnung"] as const)("ours, written by %s, breaks none of its rules", (profile) => {
  expect(checkInvoice(readInvoice(writeUbl(LAWFUL, profile)), profile)).toEqual([]);
});
