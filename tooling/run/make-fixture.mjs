import { bootstrap } from "./bootstrap.mjs";

await bootstrap("tooling/run/src/with-client.ts", ["tooling/upgrades/src/main.ts", ...process.argv.slice(2)]);
