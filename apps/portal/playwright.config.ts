import { defineConfig } from "@playwright/test";

/** The journeys: the built portal, the real API in its own process, a real PostgreSQL, a real browser. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
  globalSetup: "./e2e/support/global-setup.ts",
  // Each test makes an organization of its own, so they run side by side.
  fullyParallel: true,
  workers: 2,
  // Day before month and 14:00, unless a test reads otherwise.
  use: { locale: "en-GB" },
  timeout: 45_000,
  expect: { timeout: 8_000 },
  reporter: "list",
  // On a shared machine a browser may be starved for seconds; what passes the second time is listed as flaky.
  retries: process.env["CI"] ? 1 : 0,
  forbidOnly: Boolean(process.env["CI"]),
  outputDir: "test-results",
});
