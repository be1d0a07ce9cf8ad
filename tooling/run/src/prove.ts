import { runVisibly } from "./command.ts";
import { Shutdown } from "./shutdown.ts";

/** How much of each proof is the whole of it; `npm test` does about a twentieth. PROVE=1 is for tests that have one size more. */
const IN_FULL: Readonly<Record<string, string>> = {
  PROVE: "1",
  CONTENTION_TRIES: "100000",
  CREDITS_MODEL_OPERATIONS: "50000",
  BOOKING_CREDITS_RUNS: "120",
  AVAILABILITY_RUNS: "120",
  COPIER_RUNS: "300",
  PRINT_AGENT_RUNS: "40",
  FUZZ_RUNS: "300",
  BILLING_TIMELINES: "100000",
};

/** The tests that are read of them, by the beginning of their paths. `npm run prove -- contention` runs those that match. */
const PROOFS = [
  "tooling/contention/src/contention.test.ts",
  "packages/credits/src/model.test.ts",
  "packages/booking/src/bookings/credits-model.test.ts",
  "packages/booking/src/availability/differential.test.ts",
  "packages/copier/src/jobs/deliveries.test.ts",
  "apps/print-agent/src/queue/killed.test.ts",
  "apps/api/src/stop.test.ts",
  "apps/api/src/fuzz.test.ts",
  "packages/billing/src/oracle.test.ts",
];

const HOURS = String(4 * 3_600_000);

/** `npm run prove`: what is too long for every test run, in full: an hour or two. */
const shutdown = new Shutdown();
const wanted = process.argv.slice(2);
const proofs = PROOFS.filter((path) => wanted.length === 0 || wanted.some((word) => path.includes(word)));
if (proofs.length === 0) throw new Error(`No proof is called ${wanted.join(" ")}: ${PROOFS.join(", ")}`);
const exitCode = await runVisibly("vitest", ["run", "--testTimeout", HOURS, ...proofs], {
  env: { ...process.env, ...IN_FULL },
  signal: shutdown.signal,
});
process.exit(exitCode);
