export * from "./commands/adjust-charge.ts";
export * from "./commands/record-charge.ts";
export * from "./errors.ts";
export * from "./rules.ts";
export type * from "./schema.ts";
export * from "./commands/give-credits.ts";
export * from "./commands/open-periods.ts";
export * from "./commands/settle-unpaid-usage.ts";
export { loadCharges } from "./queries.ts";
