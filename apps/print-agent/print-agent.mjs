#!/usr/bin/env node
// Under whatever Node.js (20 or later) the print server has: what is in TypeScript runs under the one that package.json pins.
import { bootstrap } from "../../tooling/run/bootstrap.mjs";

await bootstrap("apps/print-agent/src/main.ts");
