import type { AccountView, ProductView, SellerView } from "@working-social/billing/schema";
import { PRODUCT_UNITS, TAX_CLASSES, TAX_POINTS, TAX_TREATMENTS } from "@working-social/billing/schema";
import { LANGUAGES } from "@working-social/kernel";
import fc from "fast-check";
import { id, name } from "./odd-things.ts";

// Sellers, products and accounts as the server may answer them.

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const party = {
  street: maybe(name),
  extraLine: maybe(name),
  city: maybe(name),
  postCode: maybe(fc.constantFrom("20457", "SW1A 1AA", "D02 X285")),
  region: maybe(name),
  country: maybe(fc.constantFrom("DE", "NP", "AX")),
  vatId: maybe(fc.constantFrom("DE136695976", "EL094259216", "XI980780684", "IE8Z49289F")),
  taxId: maybe(name),
  electronicAddress: maybe(fc.constantFrom("a@b.test", "04011000-12345-67")),
  electronicScheme: maybe(fc.constantFrom("EM", "0204", "9930")),
};

export const seller = fc.record({
  id,
  legalName: name,
  ...party,
  registration: maybe(name),
  contactName: maybe(name),
  contactEmail: maybe(fc.constantFrom("a@b.test")),
  contactPhone: maybe(fc.constantFrom("+49 40 1")),
  accountHolder: maybe(name),
  iban: maybe(fc.constantFrom("DE89370400440532013000", "NL91ABNA0417164300")),
  bic: maybe(fc.constantFrom("COBADEFFXXX")),
  priceMode: fc.constantFrom("net", "gross"),
  taxPoint: fc.constantFrom(...TAX_POINTS),
  takesTaxOut: fc.boolean(),
  paymentDays: fc.integer({ min: 0, max: 365 }),
  leadDays: fc.integer({ min: 0, max: 60 }),
  language: fc.constantFrom(...LANGUAGES),
  lockedUntil: maybe(fc.constant("2026-10-31")),
  hasLogo: fc.boolean(),
  isArchived: fc.constant(false),
  series: fc.constant([]),
  locations: fc.constant([]),
  lacks: fc.constant([]),
}) as fc.Arbitrary<SellerView>;

export const product = fc.record({
  id,
  kind: fc.constantFrom("item", "plan_fee", "deposit"),
  name: maybe(name),
  unitCode: fc.constantFrom(...PRODUCT_UNITS),
  revenueAccount: maybe(fc.constantFrom("8400", "4.400 / A")),
  taxClass: fc.constantFrom(...TAX_CLASSES),
  priceMinor: maybe(fc.integer({ min: 0, max: 1_000_000_000_000 })),
  currency: maybe(fc.constantFrom("EUR", "JPY", "BHD")),
  isArchived: fc.constant(false),
}) as fc.Arbitrary<ProductView>;

export const account = fc.record({
  id,
  owner: fc.record({ kind: fc.constantFrom("person", "team"), id, name }),
  legalName: maybe(name),
  ...party,
  buyerReference: maybe(name),
  orderReference: maybe(name),
  language: maybe(fc.constantFrom(...LANGUAGES)),
  taxTreatment: fc.constantFrom(...TAX_TREATMENTS),
  exemptionReason: maybe(name),
  exemptionCode: maybe(fc.constantFrom("VATEX-EU-132", "VATEX-FR-CGI261-1")),
  paymentDays: maybe(fc.integer({ min: 0, max: 365 })),
  contacts: fc.constant([]),
  lastCheck: fc.constant(null),
  lacks: fc.constant([]),
}) as fc.Arbitrary<AccountView>;
