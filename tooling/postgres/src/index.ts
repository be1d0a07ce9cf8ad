export { findRunningPostgres } from "./running.ts";
export { startPostgres } from "./start.ts";
export type { RunningPostgres, StartOptions } from "./start.ts";
export { startTestPostgres } from "./test-postgres.ts";
export { watchOver } from "./watchdog.ts";
