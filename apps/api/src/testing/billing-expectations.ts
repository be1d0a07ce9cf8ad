import type { Space } from "./a-space.ts";
import type { Expectation } from "./expectations.ts";
import { key, unique } from "./samples.ts";

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const product = () => ({
  name: unique("Coffee"),
  unitCode: "C62",
  revenueAccount: null,
  taxClass: "standard",
  priceMinor: 250,
  currency: "EUR",
});
const ofSeller = (s: Space) => ({ sellerId: s.sellerId });

/** The part of `EXPECTATIONS` about sellers, products and accounts. */
export const BILLING_EXPECTATIONS: Record<string, Expectation> = {
  "sellers.list": { foreign: "empty" },
  "sellers.get": { input: (s) => ({ id: s.sellerId }), foreign: "not_found" },
  "sellers.create": {
    input: () => ({ legalName: unique("Annex Ltd"), country: "GB", idempotencyKey: key() }),
    foreign: "empty",
  },
  "sellers.update": { input: (s) => ({ id: s.sellerId, legalName: unique("Wharf Ltd") }), foreign: "not_found" },
  "sellers.archive": { input: (s) => ({ id: s.idleSellerId, idempotencyKey: key() }), foreign: "not_found" },
  "sellers.setNumberPattern": {
    input: (s) => ({ ...ofSeller(s), kind: "invoice", pattern: "RE-{YYYY}-{NNNNN}" }),
    foreign: "not_found",
  },
  "sellers.setLock": {
    input: (s) => ({ ...ofSeller(s), lockedUntil: "2020-12-31", reason: null }),
    foreign: "not_found",
  },
  "sellers.assignLocation": {
    input: (s) => ({ locationId: s.locationId, sellerId: s.idleSellerId, since: "2030-01-01", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "sellers.logo": { input: (s) => ({ id: s.sellerId }), foreign: "not_found" },
  "sellers.setLogo": { input: (s) => ({ ...ofSeller(s), logo: PIXEL }), foreign: "not_found" },
  "accounts.list": { input: () => ({ search: "", cursor: null }), foreign: "empty" },
  "accounts.lacking": { input: () => ({ cursor: null }), foreign: "empty" },
  "accounts.get": { input: (s) => ({ account: s.accountId }), foreign: "not_found" },
  "accounts.update": { input: (s) => ({ id: s.accountId, legalName: unique("Brightwater") }), foreign: "not_found" },
  "accounts.setContacts": {
    input: (s) => ({ accountId: s.accountId, contacts: [{ name: "Books", email: `${key()}@example.test` }] }),
    foreign: "not_found",
  },
  "accounts.checkVatId": { input: (s) => ({ accountId: s.accountId, idempotencyKey: key() }), foreign: "not_found" },
  "products.list": { foreign: "empty" },
  "products.create": { input: () => ({ ...product(), idempotencyKey: key() }), foreign: "empty" },
  "products.update": { input: (s) => ({ id: s.productId, ...product() }), foreign: "not_found" },
  "products.archive": { input: (s) => ({ id: s.productId, idempotencyKey: key() }), foreign: "not_found" },
  "taxRates.list": { input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "taxRates.set": {
    input: (s) => ({
      locationId: s.locationId,
      taxClass: "standard",
      validFrom: "2030-01-01",
      category: "S",
      basisPoints: 1900,
      exemptionReason: null,
      exemptionCode: null,
      idempotencyKey: key(),
    }),
    foreign: "not_found",
  },
};
