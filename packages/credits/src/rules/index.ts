export * from "./allocate.ts";
export { usableOf } from "./balances.ts";
export * from "./period.ts";
export * from "./plan-credits.ts";
export * from "./spendable.ts";
