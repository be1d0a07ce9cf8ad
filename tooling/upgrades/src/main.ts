import { startTestPostgres } from "@working-social/postgres";
import { makeFixture } from "./make-fixture.ts";

// `npm run make-fixture -- 2026-11-name`: see README.md.
const [name = ""] = process.argv.slice(2);
if (!/^\d{4}-\d{2}-[a-z0-9-]+$/.test(name))
  throw new Error("Name the fixture after the month and the state, such as 2026-11-a-month-of-use.");
const postgres = await startTestPostgres();
process.env["TEST_DATABASE_URL"] = postgres.url;
try {
  await makeFixture(name);
} finally {
  await postgres.stop();
}
