import type { Space } from "./a-space.ts";

/** Two edits of different fields of the same thing. */
export interface Edits {
  target: (space: Space) => object;
  one: (space: Space) => object;
  other: (space: Space) => object;
}

/** What is one field: two values for it, and what it says before anybody has set it. */
export interface Whole {
  target: (space: Space) => object;
  field: string;
  values: unknown[];
  first?: unknown;
  /** What is written to. */
  table: string;
}

/** What of sellers, products and accounts can be changed in parts. */
export const BILLING_PARTS: Record<string, Edits> = {
  "accounts.update": {
    target: (s) => ({ id: s.accountId }),
    one: () => ({ legalName: "Brightwater GmbH", exemptionReason: "A mission" }),
    other: () => ({ paymentDays: 30, orderReference: "PO 7" }),
  },
  "products.update": {
    target: (s) => ({ id: s.productId }),
    one: () => ({ name: "Locker by the door" }),
    other: () => ({ taxClass: "reduced", revenueAccount: "8400" }),
  },
  "sellers.update": {
    target: (s) => ({ id: s.sellerId }),
    one: () => ({ legalName: "Wharf Ltd", registration: "HRB 1" }),
    other: () => ({ paymentDays: 30, takesTaxOut: false }),
  },
};

/** What of them is one field. */
export const BILLING_WHOLES: Record<string, Whole> = {
  "sellers.setNumberPattern": {
    table: "number_series",
    target: (s) => ({ sellerId: s.sellerId, kind: "invoice" }),
    field: "pattern",
    values: ["R-{NNN}", "S-{NNN}"],
    first: "{YYYY}-{NNNN}",
  },
  "accounts.setContacts": {
    table: "billing_details",
    target: (s) => ({ accountId: s.accountId }),
    field: "contacts",
    values: [[{ name: "Ana", email: "ana@example.test" }], [{ name: "Ben", email: "ben@example.test" }]],
    first: [],
  },
  "sellers.setLock": {
    table: "sellers",
    target: (s) => ({ sellerId: s.sellerId, reason: "The auditor asked" }),
    field: "lockedUntil",
    values: ["2020-12-31", "2021-12-31"],
    first: null,
  },
};
