import { afterAll, beforeAll, expect, test } from "vitest";
import { listCharges } from "@working-social/charges";
import {
  answerDevice,
  listPrintJobs,
  makePrintPin,
  printExceptions,
  unknownPrintUsers,
  waitingJobs,
} from "@working-social/copier";
import type { DeviceAnswer } from "@working-social/copier/schema";
import { explainBalance, wallet } from "@working-social/credits";
import type { CreditUnit } from "@working-social/credits/schema";
import type { Context } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import type { Role } from "@working-social/kernel";
import { fixedClock } from "@working-social/kernel";
import { loadDemo } from "./index.ts";
import { comeBy } from "./printer.ts";

/** The morning of the pictures of Home: a Wednesday, a quarter to ten in New York. */
const NOW = "2026-11-25T14:48:00Z";
/** Ana's next one, the held, the pending and the cancelled. */
const SHOWCASE = 4;

let database: TestDatabase;
const lines: string[] = [];
let loaded: Awaited<ReturnType<typeof loadDemo>>;
beforeAll(async () => {
  database = await createTestDatabase();
  loaded = await loadDemo(database.ownerUrl, { log: (line) => lines.push(line), clock: fixedClock(NOW) });
}, 120_000);
afterAll(() => database.close());

const one = async (sql: string) => (await database.owner.query<{ found: boolean }>(sql)).rows[0]?.found;

async function as(mailbox: string): Promise<Context> {
  const { rows } = await database.owner.query<{ id: string; role: Role; organization_id: string }>(
    "SELECT id, role, organization_id FROM people WHERE email = $1",
    [`${mailbox}@quayside.example`],
  );
  const [person] = rows;
  if (!person) throw new Error(`Nobody is ${mailbox}.`);
  const { id: personId, role } = person;
  return database.context(person.organization_id, { kind: "person", personId, role }, fixedClock(NOW));
}

test("the demo fills an empty database once, and keeps every invariant", async () => {
  const [, booked] = /^(\d+) bookings/.exec(lines.at(-1) ?? "") ?? [];
  expect(loaded?.signIns.map((signIn) => signIn.role)).toEqual([
    "member",
    "member",
    "front desk",
    "community manager",
    "owner",
  ]);
  const { rows } = await database.owner.query<{ bookings: number }>("SELECT count(*)::int AS bookings FROM bookings");
  expect(rows[0]?.bookings).toBeGreaterThan(200);
  expect(Number(booked)).toBe((rows[0]?.bookings ?? 0) - SHOWCASE);
  expect(
    await one(`SELECT count(*) > 0 AS found FROM bookings b JOIN people p ON p.id = b.person_id JOIN resources r ON r.id = b.resource_id
      WHERE p.email LIKE 'ana@%' AND r.name = 'Lantern' AND b.status = 'confirmed' AND b.is_title_public
        AND b.starts_at BETWEEN timestamptz '${NOW}' AND timestamptz '${NOW}' + interval '4 days'`),
  ).toBe(true);
  const ofStatus = { held: 1, pending_approval: 1, cancelled: 2 };
  for (const [status, count] of Object.entries(ofStatus))
    expect(await one(`SELECT count(*) = ${count} AS found FROM bookings WHERE status = '${status}'`), status).toBe(
      true,
    );
  expect(await one("SELECT count(*) > 0 AS found FROM bookings WHERE extract(isodow FROM starts_at) = 6")).toBe(true);
  expect(await checkInvariants(database.owner)).toEqual([]);
  expect(await loadDemo(database.ownerUrl, { log: () => {} })).toBeNull();
});

const unitOf = <Row extends { unit: CreditUnit }>(rows: readonly Row[], unit: CreditUnit) =>
  rows.find((row) => row.unit === unit);

test("Ana has 9 of her 12 hours, 3 of 5 day passes, 20 of 30 colour pages, and a booking on next month's plan", async () => {
  const { plan, balances } = await wallet(await as("ana"), { personId: null });
  const given = Object.fromEntries(plan.map((row) => [row.unit, row.given]));
  expect(given).toEqual({ room_minutes: 720, day_passes: 5, mono_pages: 150, colour_pages: 30 });
  expect(unitOf(balances, "room_minutes")).toMatchObject({ balance: 540, scheduled: 90 });
  expect(unitOf(balances, "day_passes")).toMatchObject({ balance: 3 });
  // The jobs that wait hold theirs.
  expect(unitOf(balances, "colour_pages")).toMatchObject({ balance: 0, held: 20 });
  expect(unitOf(plan, "room_minutes")).toMatchObject({ ahead: 60 });
});

test("her hours explain themselves: what rolled over, what was lost, what a late cancellation kept", async () => {
  const explained = await explainBalance(await as("ana"), {
    personId: null,
    unit: "room_minutes",
    currency: null,
    from: "2026-09-01",
    to: "2026-11-30",
  });
  expect(explained).toMatchObject({ opening: 0, closing: 540 });
  const ofKind = (kind: string) =>
    explained.movements.filter((move) => move.kind === kind).map((move) => move.quantity);
  expect(ofKind("grant")).toEqual([600, 600, 600]);
  expect(ofKind("expire")).toEqual([-180]);
  expect(ofKind("refund")).toEqual([30, 60]);
  expect(explained.movements.every(({ balanceAfter }) => balanceAfter >= 0)).toBe(true);
});

test("thirty colour pages wait for Ana with twenty left, and Jonas has packs, a gift and something to pay", async () => {
  const ana = await waitingJobs(await as("ana"));
  expect(ana.jobs.find(({ colour }) => colour === "colour")).toMatchObject({ sides: 30, credits: 20, moneyMinor: 500 });
  const jonas = await as("jonas");
  expect((await waitingJobs(jonas)).jobs).toMatchObject([{ sides: 4, credits: 0, moneyMinor: 200 }]);
  const { lots } = await wallet(jonas, { personId: null });
  expect(lots.filter(({ unit }) => unit === "room_minutes")).toMatchObject([{ source: "pack", left: 540 }]);
  const { charges } = await listCharges(jonas, { personId: null, status: "open", cursor: null });
  expect(charges.map(({ cause }) => cause.type)).toEqual(
    expect.arrayContaining(["booking", "pack_purchase", "print_job"]),
  );
});

test("the front desk has somebody to find out about, and a job to count; a team prints on account", async () => {
  const priya = await as("priya");
  expect(await unknownPrintUsers(priya)).toMatchObject([{ userKey: "m.okonkwo", jobCount: 2, sides: 18 }]);
  expect(await printExceptions(priya)).toMatchObject({
    uncounted: [{ deviceName: "Copier at the reception", sides: 0 }],
    unpriced: [],
  });
  const { overdrafts } = await wallet(await as("dana"), { personId: null });
  expect(unitOf(overdrafts, "colour_pages")).toMatchObject({ owner: "team", limit: 50, owed: 14 });
});

test("after the start a person opens the kiosk beside the demo's copier and releases a document, which comes out", async () => {
  const [printer] = (loaded?.printers ?? []).filter(({ name }) => name === "Copier at the reception");
  if (!printer) throw new Error("The demo has no copier at its reception.");
  const started = fixedClock("2026-11-25T14:58:00Z");
  const services = { db: database.db, clock: started };
  const asking = (token: string) => async (call: string, body: object) => {
    const answer = await answerDevice(services, { call, authorization: `Bearer ${token}`, body });
    expect(answer).toMatchObject({ status: 200 });
    return answer.body;
  };
  const [agent, kiosk] = [asking(printer.token), asking(printer.kioskToken)];
  const visit = () =>
    comeBy(printer, async (events) => (await agent("jobs", { events })) as DeviceAnswer, started.now());

  // Ten minutes after the demo was made the copier would be silent by itself.
  expect(await kiosk("status", {})).toMatchObject({ isOnline: false });
  await visit();
  expect(await kiosk("status", {})).toMatchObject({ isOnline: true });

  const ana = { ...(await as("ana")), clock: started };
  const secret = await makePrintPin(ana);
  const { jobs } = (await kiosk("waiting", { secret })) as Awaited<ReturnType<typeof waitingJobs>>;
  const minutes = jobs.find(({ title }) => title === "Minutes of Tuesday");
  expect(minutes).toMatchObject({ sides: 6, status: "held" });
  await kiosk("release", { secret, jobId: minutes?.id, expectedMoneyMinor: minutes?.moneyMinor });
  await visit();
  const { jobs: printed } = await listPrintJobs(ana, { personId: null, cursor: null });
  expect(printed.find(({ id }) => id === minutes?.id)).toMatchObject({ status: "settled", sides: 6 });

  const poster = jobs.find(({ title }) => title === "Harbour walk, posters");
  await kiosk("cancel", { secret, jobId: poster?.id });
  await visit();
  expect(await agent("jobs", { events: [] })).toMatchObject({ releases: [], removals: [] });
  expect(await checkInvariants(database.owner)).toEqual([]);
});
