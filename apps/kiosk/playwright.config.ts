import { defineConfig } from "@playwright/test";

/** The built kiosk, the real API in its own process, a real PostgreSQL, a real browser. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
  globalSetup: "./e2e/support/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 8_000 },
  reporter: "list",
  // On a shared machine a browser may be starved for seconds; what passes the second time is listed as flaky.
  retries: process.env["CI"] ? 1 : 0,
  forbidOnly: Boolean(process.env["CI"]),
  outputDir: "test-results",
});
