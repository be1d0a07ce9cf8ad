import pg from "pg";
import { aLocation, aResource } from "@working-social/db/testing";
import type { Bench } from "./bench.ts";
import { generateBookings } from "./generate-bookings.ts";
import type { Statement } from "./record-statements.ts";
import type { Line } from "./report.ts";
import { timingOf } from "./statistics.ts";
import { asTheApi } from "./stage.ts";
import { query, send } from "./trpc-request.ts";

const RESOURCES = 200;
const BOOKINGS_A_DAY = 7;
const SPAN_DAYS = 7;
const CALLS = 300;
const DAY_MS = 86_400_000;
const DAYS_AHEAD = 60;

/** How long PostgreSQL and the client take to say what is taken in 200 rooms during seven days, among a million bookings. */
export async function benchAvailability(bench: Bench): Promise<Line[]> {
  const { space, stage, options, progress, recorder } = bench;
  const { organizationId } = space;
  const locationId = await progress.step(`${RESOURCES} rooms`, () => makeRooms(bench));
  const daysBack = Math.ceil(options.generatedBookings / RESOURCES / BOOKINGS_A_DAY) - DAYS_AHEAD - 1;
  const wish = { organizationId, locationId, daysBack, daysAhead: DAYS_AHEAD, bookingsPerUnitAndDay: BOOKINGS_A_DAY };
  let count = 0;
  await progress.step(
    `about ${options.generatedBookings.toLocaleString("en")} bookings`,
    async () => (count = await generateBookings(stage.owner, wish)),
  );
  await progress.step("statistics of the tables", () => stage.owner.query("VACUUM ANALYZE bookings, claims"));
  const input = {
    locationId,
    startsAt: `${dateIn(2)}T20:00:00Z`,
    durationMinutes: 60,
    people: 1,
    features: [],
    kinds: [],
  };
  const search = query("availability.search", input, space.members[0]?.cookie ?? "");
  await send(recorder.url, search);
  const statement = (await recorder.recording(() => send(recorder.url, search))).find(isAvailability);
  if (!statement) throw new Error("The search sent no statement about claims in a span of time.");
  const { timing, claims } = await progress.step("availability", () => runOverSpans(bench, statement, daysBack));
  const what = `${RESOURCES} rooms × ${SPAN_DAYS} days (about ${claims} claims) among ${count.toLocaleString("en")} bookings, p95`;
  return [{ what, timing, floor: null, figure: { value: timing.p95Ms, unit: "ms" }, goal: { atMost: 25 } }];
}

async function makeRooms({ stage, space }: Bench): Promise<string> {
  const { id } = await aLocation(stage.owner, space.organizationId, { name: "All of Quayside" });
  for (let n = 1; n <= RESOURCES; n++) await aResource(stage.owner, space.organizationId, id, { name: `Quay ${n}` });
  return id;
}

/** The statement of search and "free now": the location, now, and the two ends of a span. */
function isAvailability({ text, values }: Statement): boolean {
  return text.includes("claims") && values.length === 4 && values.slice(1).every((value) => value instanceof Date);
}

async function runOverSpans({ stage, space, options }: Bench, { text, values }: Statement, daysBack: number) {
  const client = new pg.Client(asTheApi(stage.databaseUrl, space.organizationId));
  await client.connect();
  const latenciesMs: number[] = [];
  const calls = options.isQuick ? 20 : CALLS;
  let claims = 0;
  try {
    for (let n = -10; n < calls; n++) {
      const start = Date.parse(
        `${dateIn(-daysBack + Math.floor(Math.random() * (daysBack + DAYS_AHEAD - SPAN_DAYS)))}T00:00:00Z`,
      );
      const began = performance.now();
      const { rows } = await client.query<Record<string, unknown>>({
        name: "availability",
        text,
        values: [values[0], values[1], new Date(start), new Date(start + SPAN_DAYS * DAY_MS)],
      });
      if (n >= 0) latenciesMs.push(performance.now() - began);
      claims = rows.reduce((sum, row) => sum + (Array.isArray(row["occupied"]) ? row["occupied"].length : 0), 0);
    }
  } finally {
    await client.end();
  }
  if (claims < RESOURCES) throw new Error("The availability of a full space came back empty.");
  return {
    claims,
    timing: timingOf(
      latenciesMs,
      latenciesMs.reduce((sum, ms) => sum + ms, 0),
    ),
  };
}

function dateIn(days: number): string {
  return new Date(Date.parse(new Date().toISOString()) + days * DAY_MS).toISOString().slice(0, 10);
}
