import { bootstrap } from "./bootstrap.mjs";

await bootstrap("tooling/run/src/with-database.ts", ["packages/booking/src/import/main.ts", ...process.argv.slice(2)]);
