import type { TestProject } from "vitest/node";
import { startTestPostgres } from "./test-postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A superuser's connection address, for making databases. */
    testDatabaseUrl: string;
  }
}

/** One server for the run: the first project to come starts it, and the others find TEST_DATABASE_URL set. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  process.env["TEST_DATABASE_URL"] = postgres.url;
  project.provide("testDatabaseUrl", postgres.url);
  return () => postgres.stop();
}
