export type { BillingRefusal } from "./errors.ts";
