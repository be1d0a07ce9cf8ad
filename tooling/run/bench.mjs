import { bootstrap } from "./bootstrap.mjs";

await bootstrap("tooling/bench/src/main.ts");
