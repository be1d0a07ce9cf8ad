import { describe, expect, test } from "vitest";
import { writeCii } from "./cii/write-cii.ts";
import { readInvoice } from "./read-invoice.ts";
import { checkInvoice, isFatal } from "./rules/check-invoice.ts";
import type { Profile } from "./model/profile.ts";
import { leavesOf } from "./testing/leaves.ts";
import { samples } from "./testing/samples.ts";
import { writeUbl } from "./ubl/write-ubl.ts";

const SAMPLES = samples();
const isUbl = (xml: string): boolean => /<(\w+:)?(Invoice|CreditNote)\b/.test(xml);

/** What a sample says beyond the terms of EN 16931, or in other words than ours: each a leaf that needn't come back. */
const BEYOND = [
  // The profile says it.
  /\/(CustomizationID|ProfileID)=|ExchangedDocumentContext\//,
  // xs:boolean has two words for each.
  /\/ChargeIndicator=[01]$/,
  // What the scheme of a tax number that is no VAT id is called, and such a number of the buyer.
  /PartyTaxScheme\/TaxScheme\/ID=(LOC|FC|\?\?\?)$/,
  /AccountingCustomerParty\/Party\/PartyTaxScheme\/CompanyID=04523249415$/,
  // The base quantity is written once, at the net price.
  /\/GrossPriceProductTradePrice\/BasisQuantity/,
  // Beyond EN 16931: a fax, the reason for no tax on every line, a reference of a payment without means, an account named "IBAN".
  /\/FaxUniversalCommunication\//,
  /\/SpecifiedLineTradeSettlement\/ApplicableTradeTax\/ExemptionReason=/,
  /\/PaymentReference=123$/,
  /\/IBANID=IBAN$/,
  // XRechnung's extension knows payments to third parties.
  /\/PrepaidPayment\//,
];

/** Whose rules a sample says that it keeps. */
function profileOf(file: string): Profile {
  const origin = /\/(peppol|xr)_/.exec(file)?.[1];
  return origin === "peppol" ? "peppol" : origin === "xr" ? "xrechnung" : "en16931";
}

const fatalRules = (xml: string, profile: Profile): string[] => {
  const fatal = checkInvoice(readInvoice(xml), profile).filter(isFatal);
  return [...new Set(fatal.map(({ rule }) => rule))].sort();
};

describe.skipIf(SAMPLES.length === 0)("samples of others", () => {
  test.each(SAMPLES)("$file breaks the rules that the official Schematron says, and no others", ({ xml, fatal }) => {
    expect(fatalRules(xml, "en16931")).toEqual(fatal.toSorted());
  });

  test.each(SAMPLES)("$file keeps the rules of its profile as far", ({ file, xml, fatal }) => {
    expect(fatalRules(xml, profileOf(file))).toEqual(fatal.toSorted());
  });

  test.each(SAMPLES)("$file loses nothing", ({ xml }) => {
    const write = isUbl(xml) ? writeUbl : writeCii;
    const written = new Set(leavesOf(write(readInvoice(xml), "en16931")));
    const lost = leavesOf(xml).filter((leaf) => !written.has(leaf) && !BEYOND.some((known) => known.test(leaf)));
    expect(lost).toEqual([]);
  });
});
