export * from "./clock.ts";
export * from "./errors.ts";
export * from "./ids.ts";
export * from "./interval.ts";
export * from "./money.ts";
export * from "./scope.ts";
export * from "./wall-clock.ts";
export * from "./zone.ts";
