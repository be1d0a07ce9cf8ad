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

interface Read {
  readonly what: string;
  readonly procedure: string;
  /** Taken in turn, each by another member. */
  readonly inputs: readonly unknown[];
}

/** What members look at most, beside the same SQL behind a bare tRPC procedure. */
export async function benchReads(bench: Bench): Promise<Line[]> {
  const lines: Line[] = [];
  for (const read of readsOf(bench.space.lookedAtId)) lines.push(...(await benchRead(bench, read)));
  return lines;
}

function readsOf(locationId: string): Read[] {
  const days = aMonthOfDays();
  const wishes = { durationMinutes: 60, people: 6, features: ["screen"], kinds: ["room"] };
  const today = new Date().toISOString().slice(0, 10);
  const explained = { personId: null, unit: "room_minutes", currency: null, from: `${today.slice(0, 8)}01`, to: today };
  const byMany = <T>(input: T) => days.map(() => input);
  return [
    { what: "day view", procedure: "availability.day", inputs: days.map((date) => ({ locationId, date })) },
    {
      what: "search",
      procedure: "availability.search",
      inputs: days.map((date) => ({ locationId, startsAt: `${date}T20:00:00Z`, ...wishes })),
    },
    { what: "wallet", procedure: "credits.wallet", inputs: byMany({ personId: null }) },
    { what: "explain this balance", procedure: "credits.explain", inputs: byMany(explained) },
  ];
}

async function benchRead(bench: Bench, { what: name, procedure, inputs }: Read): Promise<Line[]> {
  const { api, recorder, space, stage, options } = bench;
  const { connections } = options;
  const readers = space.members.slice(0, space.wallets.withHistory.length);
  let turn = 0;
  const next = (): HttpRequest => {
    const n = turn++;
    return query(procedure, inputs[n % inputs.length], readers[n % readers.length]?.cookie ?? "");
  };
  const recordings = await record(
    recorder,
    inputs.map((input, n) => query(procedure, input, readers[n]?.cookie ?? "")),
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
