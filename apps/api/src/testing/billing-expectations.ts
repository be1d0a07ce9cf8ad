import type { Space } from "./a-space.ts";
import type { Expectation } from "./expectations.ts";
import { key, unique } from "./samples.ts";

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
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
};
