import { bootstrap } from "./bootstrap.mjs";

await bootstrap("tooling/upgrades/src/main.ts");
