import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT, startApi } from "./api-process.ts";
import { benchAvailability } from "./availability-bench.ts";
import type { Bench } from "./bench.ts";
import { benchBooking } from "./booking-bench.ts";
import { benchCredits } from "./credits-bench.ts";
import { benchFeed } from "./feed-bench.ts";
import { benchImport } from "./import-bench.ts";
import { generateBookings } from "./generate-bookings.ts";
import type { Machine } from "./machine.ts";
import { describeMachine, loadNow } from "./machine.ts";
import type { Options, Section } from "./options.ts";
import { readOptions } from "./options.ts";
import { benchPages } from "./pages-bench.ts";
import type { Progress } from "./progress.ts";
import { progressOn } from "./progress.ts";
import { benchReads } from "./reads-bench.ts";
import type { Line } from "./report.ts";
import { isMet, tableOf } from "./report.ts";
import { makeSpace } from "./space.ts";
import { setStage } from "./stage.ts";

const BENCHES: Record<Section, (bench: Bench) => Promise<Line[]>> = {
  booking: benchBooking,
  credits: benchCredits,
  reads: benchReads,
  availability: benchAvailability,
  feed: benchFeed,
  import: benchImport,
  pages: benchPages,
};

/** Measures what was asked for on a database of its own, which is gone afterwards. */
async function measure(options: Options, progress: Progress): Promise<{ machine: Machine; lines: Line[] }> {
  const stage = await progress.step("PostgreSQL, durability safe", setStage);
  const closing: (() => Promise<void>)[] = [stage.close];
  try {
    const machine = await describeMachine(stage.owner);
    const space = await progress.step("a space with 2,000 members and their credits", () => makeSpace(stage, options));
    const looked = {
      organizationId: space.organizationId,
      locationId: space.lookedAtId,
      daysBack: 30,
      daysAhead: 30,
      bookingsPerUnitAndDay: 6,
    };
    await progress.step("its bookings of two months", () => generateBookings(stage.owner, looked));
    await stage.owner.query("VACUUM ANALYZE");
    const start = async (records: boolean) => {
      const api = await startApi({ ...stage, records });
      closing.unshift(() => api.stop());
      return api;
    };
    const recorder = await progress.step("the server, recording its statements", () => start(true));
    const api = await progress.step("the server", () => start(false));
    const lines: Line[] = [];
    for (const section of options.sections) {
      const measured = await BENCHES[section]({ options, progress, stage, space, api, recorder });
      lines.push(...measured.map((line) => ({ ...line, load: loadNow() })));
    }
    return { machine, lines };
  } finally {
    for (const close of closing) await close();
  }
}

async function writeResult(result: { options: Options; machine: Machine; lines: Line[] }): Promise<string> {
  const at = new Date().toISOString();
  const file = join(ROOT, "bench-results", `${at.replaceAll(":", "-").slice(0, 19)}.json`);
  await mkdir(join(ROOT, "bench-results"), { recursive: true });
  const lines = result.lines.map((line) => ({ ...line, isMet: isMet(line) }));
  await writeFile(file, `${JSON.stringify({ at, ...result, lines }, null, 2)}\n`);
  return file;
}

try {
  const options = readOptions(process.argv.slice(2));
  const { machine, lines } = await measure(options, progressOn(process.stderr));
  const { cpu, cores, node, postgres, revision, loadBefore } = machine;
  process.stdout.write(
    `\n${tableOf(lines)}\n\n${cores} cores (${cpu}), load ${loadBefore} before, Node.js ${node}, PostgreSQL ${postgres} with fsync, revision ${revision}\n`,
  );
  process.stdout.write(
    `${options.isQuick ? "A quick run: it shows that the bench works, not how fast the product is.\n" : ""}${await writeResult({ options, machine, lines })}\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}
