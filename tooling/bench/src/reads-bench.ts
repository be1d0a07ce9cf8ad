import type { ApiProcess } from "./api-process.ts";
import { startBareServer } from "./bare-server-process.ts";
import type { Bench } from "./bench.ts";
import { takeTurns } from "./bench.ts";
import type { HttpRequest } from "./http-load.ts";
import { loadHttp } from "./http-load.ts";
import type { Statement } from "./record-statements.ts";
import type { Line } from "./report.ts";
import { asTheApi } from "./stage.ts";
import { query, send } from "./trpc-request.ts";

const DAY_MS = 86_400_000;
const SLOWEST_P99_MS = 60;

/** The two reads that every booking begins with, beside the same SQL behind a bare tRPC procedure. */
export async function benchReads(bench: Bench): Promise<Line[]> {
  const locationId = bench.space.lookedAtId;
  const days = aMonthOfDays();
  const wishes = { durationMinutes: 60, people: 6, features: ["screen"], kinds: ["room"] };
  const dayView = await benchRead(
    bench,
    "day view",
    days.map((date) => ["availability.day", { locationId, date }] as const),
  );
  const search = await benchRead(
    bench,
    "search",
    days.map((date) => ["availability.search", { locationId, startsAt: `${date}T20:00:00Z`, ...wishes }] as const),
  );
  return [...dayView, ...search];
}

async function benchRead(
  bench: Bench,
  name: string,
  calls: readonly (readonly [procedure: string, input: unknown])[],
): Promise<Line[]> {
  const { api, recorder, space, stage, options } = bench;
  const { connections } = options;
  let turn = 0;
  const requests = calls.map(
    ([procedure, input]) =>
      (cookie: string) =>
        query(procedure, input, cookie),
  );
  const next = (): HttpRequest => {
    const n = turn++;
    return (
      requests[n % requests.length]?.(space.members[n % 200]?.cookie ?? "") ?? { method: "GET", path: "/", headers: {} }
    );
  };
  const recordings = await record(
    recorder,
    requests.map((request) => request(space.members[0]?.cookie ?? "")),
  );
  const server = await startBareServer({ config: asTheApi(stage.databaseUrl, space.organizationId), recordings });
  try {
    const { product, floor, ratio } = await takeTurns(
      bench,
      name,
      (seconds) => loadHttp({ url: api.url, connections, seconds, next }),
      (seconds) =>
        loadHttp({
          url: server.url,
          connections,
          seconds,
          next: () => ({ method: "GET", path: "/trpc/read", headers: {} }),
        }),
    );
    const what = `its ${recordings[0]?.length} statements behind a bare tRPC procedure`;
    return [
      {
        what: `${name} over HTTP`,
        timing: product,
        floor: { what, timing: floor },
        figure: { value: ratio, unit: "ratio" },
        goal: { atLeast: 0.7 },
      },
      {
        what: `${name} over HTTP, p99`,
        timing: null,
        floor: null,
        figure: { value: product.p99Ms, unit: "ms" },
        goal: { atMost: SLOWEST_P99_MS },
      },
    ];
  } finally {
    await server.stop();
  }
}

/** Each request twice: the first time a connection may have to be opened. */
async function record(recorder: ApiProcess, requests: readonly HttpRequest[]): Promise<Statement[][]> {
  const recordings: Statement[][] = [];
  for (const request of requests) {
    await send(recorder.url, request);
    recordings.push(await recorder.recording(() => send(recorder.url, request)));
  }
  return recordings;
}

function aMonthOfDays(): string[] {
  const now = Date.parse(new Date().toISOString());
  return Array.from({ length: 28 }, (_, day) => new Date(now + (day + 1) * DAY_MS).toISOString().slice(0, 10));
}
