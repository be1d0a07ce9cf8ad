import { bootstrap } from "./bootstrap.mjs";

await bootstrap("tooling/mutate/src/main.ts");
