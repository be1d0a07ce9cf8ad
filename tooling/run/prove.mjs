import { bootstrap } from "./bootstrap.mjs";

await bootstrap("tooling/run/src/prove.ts");
