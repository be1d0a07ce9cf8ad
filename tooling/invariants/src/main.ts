import pg from "pg";
import { checkInvariants } from "./check.ts";

// `npm run check:invariants` gives the address of the database: DATABASE_URL, or the one that `npm start` uses.
const connectionString = process.env.DATABASE_URL;
if (!connectionString) throw new Error("DATABASE_URL names the database to check; `npm run check:invariants` sets it.");
const owner = new pg.Client({ connectionString });
await owner.connect();
try {
  const findings = await checkInvariants(owner, (name, isSound) => console.info(`${isSound ? "✓" : "✗"} ${name}`));
  for (const { invariant, rows, count } of findings) console.error(`\nBroken in ${count} rows: ${invariant}\n`, rows);
  console.info(findings.length === 0 ? "\nEvery invariant holds." : `\n${findings.length} broken.`);
  process.exitCode = findings.length === 0 ? 0 : 1;
} finally {
  await owner.end();
}
