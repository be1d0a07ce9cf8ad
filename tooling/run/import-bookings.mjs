import { bootstrap } from "./bootstrap.mjs";

await bootstrap("tooling/run/src/with-database.ts", ["packages/import/src/main.ts", ...process.argv.slice(2)]);
