export * from "./commands/adjust-charge.ts";
export * from "./commands/record-charge.ts";
export * from "./errors.ts";
export * from "./rules.ts";
export type * from "./schema.ts";
