import { bootstrap } from "./bootstrap.mjs";

await bootstrap("tooling/run/src/with-database.ts", ["tooling/invariants/src/main.ts", ...process.argv.slice(2)]);
