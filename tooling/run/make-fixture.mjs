import { bootstrap } from "./bootstrap.mjs";

await bootstrap("tooling/upgrades/src/make-fixture.ts");
