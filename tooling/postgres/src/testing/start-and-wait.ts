import { startPostgres } from "../start.ts";

/** A process of its own that starts PostgreSQL on the folder it is given, says so, and waits to be killed. */
const postgres = await startPostgres({ dataDir: process.argv[2] ?? "", durability: "fast", log: () => undefined });
process.stdout.write(`${postgres.url}\n`);
setInterval(() => undefined, 60_000);
