export * from "./builders.ts";
export * from "./migrate-with.ts";
export * from "./pgbouncer.ts";
export * from "./proxy.ts";
export * from "./swapping-pooler.ts";
export * from "./test-database.ts";
