import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { migrate } from "@working-social/db";
import { aLocation, anOrganization } from "@working-social/db/testing";
import pg from "pg";
import { ROOT } from "./api-process.ts";
import type { Bench } from "./bench.ts";
import type { Line } from "./report.ts";
import type { Stage } from "./stage.ts";

/** As many as a university with 377 rooms has in a year. */
const ROWS = { whole: 23_708, quick: 2_000 };
const ROOMS = 377;
const MAPPING = {
  source: "bench",
  times: "local",
  columns: { resource: "room", startsAt: "from", endsAt: "to", title: ["what"], rowKey: ["id"] },
  missingResources: { kind: "room", capacity: 30 },
};

/** The first import into a space that has nothing, in a database of its own: the planner knows no table of it yet. */
export async function benchImport({ stage, options, progress }: Bench): Promise<Line[]> {
  const count = options.isQuick ? ROWS.quick : ROWS.whole;
  const url = await progress.step("an empty space", () => anEmptySpace(stage));
  const [file, mapping] = [join(stage.folder, "bookings.csv"), join(stage.folder, "mapping.json")];
  await writeFile(file, historyOf(count));
  await writeFile(mapping, JSON.stringify(MAPPING));
  const command = ["packages/import/src/main.ts", "--file", file, "--mapping", mapping, "--location", "First"];
  const started = performance.now();
  const run = () =>
    promisify(execFile)(process.execPath, command, { cwd: ROOT, env: { ...process.env, DATABASE_URL: url } });
  const { stdout } = await progress.step("its first import", run);
  if (!stdout.includes(`${count} became bookings`)) throw new Error(`The import said: ${stdout}`);
  return [
    {
      what: `the first import into an empty space, ${count} rows`,
      timing: null,
      floor: null,
      figure: { value: performance.now() - started, unit: "ms" },
      goal: { atMost: 6_000 },
    },
  ];
}

async function anEmptySpace({ owner, ownerUrl }: Stage): Promise<string> {
  await owner.query("CREATE DATABASE first_import TEMPLATE template0");
  const url = new URL(ownerUrl);
  url.pathname = "/first_import";
  await migrate(url.href);
  const pool = new pg.Pool({ connectionString: url.href, max: 1 });
  try {
    const { id } = await anOrganization(pool);
    await aLocation(pool, id, { name: "First" });
  } finally {
    await pool.end();
  }
  return url.href;
}

/** Each room an hour after the other, day by day. */
function historyOf(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const [room, nth] = [index % ROOMS, Math.floor(index / ROOMS)];
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(nth / 10))).toISOString().slice(0, 10);
    const hour = 8 + (nth % 10);
    const at = (clock: number) => `${day} ${String(clock).padStart(2, "0")}:00`;
    return [index, `Room ${room}`, at(hour), at(hour + 1), "Lecture"].join(",");
  });
  return ["id,room,from,to,what", ...rows].join("\n");
}
