export { checkInvariants } from "./check.ts";
export type { Finding } from "./check.ts";
