import { loadDemo } from "./index.ts";

// Run by `npm start` as a process of its own, which ends: what making the demo takes of memory ends with it. Each message is
// either a line for the person at the terminal, or the result.
const url = process.env["DATABASE_URL"];
if (!url || !process.send) throw new Error("`npm start` runs this.");
process.on("disconnect", () => process.exit(1)); // whoever started us is gone
const tell = process.send.bind(process);
const loaded = await loadDemo(url, { log: (line) => tell({ line }) });
tell({ result: loaded ?? { signIns: [], printers: [] } }, () => process.exit());
