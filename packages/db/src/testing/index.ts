export * from "./builders.ts";
export * from "./proxy.ts";
export * from "./test-database.ts";
