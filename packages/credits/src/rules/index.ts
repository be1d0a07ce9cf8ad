export * from "./allocate.ts";
export * from "./period.ts";
export * from "./plan-credits.ts";
export * from "./spendable.ts";
export * from "./statement.ts";
