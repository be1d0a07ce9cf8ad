import { migrate } from "@working-social/db";

// A process of its own, which ends: Prisma's engine would stay in the memory of whoever waits for Ctrl-C.
const url = process.env["DATABASE_URL"];
if (!url || !process.send) throw new Error("`npm start` runs this.");
process.on("disconnect", () => process.exit(1)); // whoever started us is gone
const { applied } = await migrate(url);
process.send({ result: applied.length }, () => process.exit());
