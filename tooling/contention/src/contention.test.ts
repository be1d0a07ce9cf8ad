import { afterAll, beforeAll, expect, test } from "vitest";
import { createUser } from "@working-social/api/sign-in";
import type { BookingView } from "@working-social/booking/schema";
import type { CreditOwner } from "@working-social/credits";
import { grantCredits } from "@working-social/credits";
import { inTransaction } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import {
  aLocation,
  anOrganization,
  aPerson,
  aRate,
  aResource,
  aRule,
  aTeam,
  createTestDatabase,
} from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import type { Interval } from "@working-social/kernel";
import { systemClock } from "@working-social/kernel";
import type { ApiProcesses } from "./api-processes.ts";
import { startApiProcesses } from "./api-processes.ts";
import type { StoredBooking } from "./check.ts";
import { faultsOf } from "./check.ts";
import type { Place } from "./history.ts";
import type { Member } from "./member.ts";
import { attempt, signIn, slotInput, slotOf } from "./member.ts";
import { Seeded } from "./seeded.ts";

// Members want the same few rooms and desks at the same few hours, through two server processes that know nothing of each
// other: book, hold, confirm, let go, move, cancel, and every now and then the same request twice at the same moment. All of
// it costs credits, of which two teams share theirs: the invariants ask afterwards where each of them went.
const TRIES = Number(process.env.CONTENTION_TRIES ?? 5000);
const SEED = Number(process.env.CONTENTION_SEED ?? Math.floor(Math.random() * 2 ** 31));
const MEMBERS = 16;
const HOUR_MS = 3_600_000;

let database: TestDatabase;
let api: ApiProcesses;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApiProcesses(2, database.appUrl);
}, 120_000);
afterAll(async () => {
  await api.stop();
  await database.close();
});

async function aSpace(): Promise<{ organizationId: string; places: Place[] }> {
  const { owner } = database;
  const organizationId = (await anOrganization(owner)).id;
  const { id: locationId } = await aLocation(owner, organizationId, { timeZone: "America/St_Johns" });
  await aRate(owner, organizationId, locationId);
  const places: Place[] = [];
  for (const [unitCount, bufferAfterMinutes] of [
    [1, 0],
    [1, 15],
    [3, 0],
    [8, 0],
  ] as const) {
    const { id: resourceId } = await aResource(owner, organizationId, locationId, {
      unitCount,
      kind: unitCount > 1 ? "hot_desk" : "room",
    });
    if (bufferAfterMinutes > 0)
      await aRule(owner, organizationId, { resource_id: resourceId, buffer_after_minutes: bufferAfterMinutes });
    places.push({ resourceId, capacity: unitCount, bufferBeforeMinutes: 0, bufferAfterMinutes });
  }
  await aPerson(owner, organizationId, { role: "owner" });
  return { organizationId, places };
}

async function signedInMembers(organizationId: string): Promise<Member[]> {
  const password = "a long enough password";
  const teams = [await aTeam(database.owner, organizationId), await aTeam(database.owner, organizationId), null];
  for (const team of teams) if (team) await giveCredits(organizationId, { teamId: team.id });
  return Promise.all(
    Array.from({ length: MEMBERS }, async (_, i) => {
      const email = `member-${i}-${organizationId}@example.test`;
      const user = await createUser(database.db.signInPool, systemClock, { name: `Member ${i}`, email, password });
      const teamId = teams[i % teams.length]?.id ?? null;
      const person = await aPerson(database.owner, organizationId, { email, userId: user.id, teamId });
      if (teamId === null) await giveCredits(organizationId, { personId: person.id });
      return { cookie: await signIn(api.urls[i % 2] ?? "", email, password), history: [] };
    }),
  );
}

const PLENTY = 10_000_000;

/** So many that no booking is ever charged: each price is nothing, and each is paid. */
async function giveCredits(organizationId: string, owner: CreditOwner): Promise<void> {
  const ctx = database.context(organizationId, { kind: "job", job: "open_periods" }, systemClock);
  await inTransaction(ctx, async (tx) => {
    for (const unit of ["room_minutes", "day_passes"] as const) {
      const cause = { type: "by_hand" as const, id: organizationId, label: "Plenty" };
      const key = crypto.randomUUID();
      await grantCredits(tx, ctx, {
        owner,
        unit,
        quantity: PLENTY,
        source: "gift",
        label: "Plenty",
        cause,
        idempotencyKey: key,
      });
    }
  });
}

/** Half hours of the day after tomorrow, from half an hour to two hours long. */
function someSlot(random: Seeded): Interval {
  const day = Math.floor(systemClock.now() / (24 * HOUR_MS)) * 24 * HOUR_MS + 48 * HOUR_MS;
  const start = day + random.whole(20) * (HOUR_MS / 2);
  return { start, end: start + (1 + random.whole(4)) * (HOUR_MS / 2) };
}

/** One member's run: a loop of wishes, each sent to either process. */
async function run(member: Member, places: Place[], random: Seeded, tries: number): Promise<void> {
  const mine = new Map<string, BookingView>();
  for (let i = 0; i < tries; i++) {
    const url = random.pick(api.urls);
    const idempotencyKey = crypto.randomUUID();
    const own = mine.size > 0 && random.next() < 0.45 ? random.pick([...mine.values()]) : null;
    const slot = someSlot(random);
    const { resourceId } = own ?? random.pick(places);
    const booking = own
      ? await onOwn(member, url, own, slot, random, idempotencyKey)
      : await onNew(member, url, resourceId, slot, random, idempotencyKey);
    if (!booking) continue;
    if (booking.status === "confirmed" || booking.status === "held") mine.set(booking.id, booking);
    else mine.delete(booking.id);
  }
}

async function onNew(
  member: Member,
  url: string,
  resourceId: string,
  slot: Interval,
  random: Seeded,
  idempotencyKey: string,
): Promise<BookingView | null> {
  const wish = { resourceId, slot };
  const wished = { resourceId, ...slotInput(slot), idempotencyKey };
  if (random.next() < 0.2) return attempt(member, { url, verb: "hold", input: wished, wish, bookingId: null });
  const input = { ...wished, forPersonId: null, title: "Contended", isTitlePublic: false, expectedTotalMinor: 0 };
  const send = (to: string) => attempt(member, { url: to, verb: "book", input, wish, bookingId: null });
  if (random.next() > 0.1) return send(url);
  const [first, second] = await Promise.all(api.urls.map(send)); // the double click, to both processes at once
  return first ?? second ?? null;
}

function onOwn(
  member: Member,
  url: string,
  own: BookingView,
  slot: Interval,
  random: Seeded,
  idempotencyKey: string,
): Promise<BookingView | null> {
  const bookingId = own.id;
  const words = { title: own.title, isTitlePublic: false };
  if (own.status === "held") {
    const isKept = random.next() < 0.6;
    const input = isKept
      ? { bookingId, ...words, expectedTotalMinor: 0, idempotencyKey }
      : { bookingId, idempotencyKey };
    return attempt(member, { url, verb: isKept ? "confirm" : "release", input, wish: null, bookingId });
  }
  if (random.next() < 0.5) {
    const input = { bookingId, reason: null, expectedFeeMinor: 0, idempotencyKey };
    return attempt(member, { url, verb: "cancel", input, wish: null, bookingId });
  }
  const input = {
    bookingId,
    resourceId: own.resourceId,
    ...slotInput(slot),
    ...words,
    sequence: own.sequence,
    expectedTotalMinor: 0,
    idempotencyKey,
  };
  return attempt(member, { url, verb: "change", input, wish: { resourceId: own.resourceId, slot }, bookingId });
}

async function storedBookings(organizationId: string): Promise<StoredBooking[]> {
  const { rows } = await database.owner.query<{
    id: string;
    resource_id: string;
    status: string;
    sequence: number;
    starts_at: Date;
    ends_at: Date;
    claims: { unitId: string; startsAt: string; endsAt: string }[];
  }>(
    `SELECT b.id, b.resource_id, b.status, b.sequence, b.starts_at, b.ends_at,
       coalesce(json_agg(json_build_object('unitId', c.unit_id, 'startsAt', c.starts_at, 'endsAt', c.ends_at)) FILTER (WHERE c.id IS NOT NULL), '[]') AS claims
     FROM bookings b LEFT JOIN claims c ON c.booking_id = b.id AND c.released_at IS NULL WHERE b.organization_id = $1 GROUP BY b.id`,
    [organizationId],
  );
  return rows.map((row) => ({
    id: row.id,
    resourceId: row.resource_id,
    status: row.status,
    sequence: row.sequence,
    slot: { start: row.starts_at.getTime(), end: row.ends_at.getTime() },
    claims: row.claims.map((claim) => ({ unitId: claim.unitId, span: slotOf(claim) })),
  }));
}

test(
  `${TRIES} contended tries through two server processes: no overlap, nothing lost, every refusal explained (seed ${SEED})`,
  { timeout: 600_000 },
  async () => {
    const { organizationId, places } = await aSpace();
    const members = await signedInMembers(organizationId);
    const startedMs = performance.now();
    await Promise.all(
      members.map((member, i) => run(member, places, new Seeded(SEED + i), Math.ceil(TRIES / MEMBERS))),
    );
    const seconds = (performance.now() - startedMs) / 1000;
    const history = members.flatMap((member) => member.history);
    const count = (kind: string) => history.filter((one) => one.answer.kind === kind).length;
    console.info(
      `contention: ${history.length} requests in ${seconds.toFixed(1)} s, ${count("ok")} done, ${count("refused")} refused`,
    );
    expect(faultsOf(history, await storedBookings(organizationId), places)).toEqual([]);
    expect(history.length).toBeGreaterThanOrEqual(TRIES);
    expect(count("ok")).toBeGreaterThan(TRIES / 10);
    expect(
      history.filter((one) => one.answer.kind === "refused" && one.answer.refusals.includes("slot_taken")).length,
    ).toBeGreaterThan(TRIES / 10);
    expect(await checkInvariants(database.owner)).toEqual([]);
  },
);
