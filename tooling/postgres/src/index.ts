export { chooseAccount } from "./account.ts";
export { findRunningPostgres } from "./running.ts";
export { clusterOf } from "./place.ts";
export { placeForCluster } from "./place-for-cluster.ts";
export type { PlaceForCluster } from "./place-for-cluster.ts";
export { startPostgres } from "./start.ts";
export type { RunningPostgres, StartOptions } from "./start.ts";
export { startTestPostgres } from "./test-postgres.ts";
export { watchOver } from "./watchdog.ts";
