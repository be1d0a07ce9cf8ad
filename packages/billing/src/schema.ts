export type { BillingRefusal } from "./errors.ts";
export * from "./accounts/schema.ts";
export * from "./parties/schema.ts";
export * from "./sellers/schema.ts";
export * from "./products/schema.ts";
