// The browser-safe entry: what a job costs, whose it is, and the readers of print logs.
export * from "./colour-mode.ts";
export * from "./decode-lines.ts";
export * from "./identity.ts";
export * from "./page-log-format.ts";
export * from "./paper-size.ts";
export * from "./price.ts";
export * from "./priced-sides.ts";
export * from "./print-record.ts";
export * from "./read-page-log.ts";
export * from "./read-papercut.ts";
export * from "./read-print-log.ts";
export * from "./splits-in-order.ts";
