// The browser-safe entry: inputs, views and the refusals that screens put into words.
export * from "./devices/schema.ts";
export type { CopierRefusal } from "./errors.ts";
export * from "./identities/schema.ts";
export * from "./jobs/schema.ts";
export * from "./kiosks/schema.ts";
export * from "./prices/schema.ts";
export * from "./shared.ts";
