import { bootstrap } from "./bootstrap.mjs";

await bootstrap("tooling/run/src/one-node.ts", ["apps/api/src/worker.ts"]);
