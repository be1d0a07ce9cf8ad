export * from "./errors.ts";
export { billingEvents, type BillingEvent } from "./events.ts";
export * from "./schema.ts";
