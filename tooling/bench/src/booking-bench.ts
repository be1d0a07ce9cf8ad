import { newId } from "@working-social/kernel";
import { openBarePg } from "./bare-pg.ts";
import type { Bench } from "./bench.ts";
import { takeTurns } from "./bench.ts";
import { loadHttp } from "./http-load.ts";
import type { Facts, Recording } from "./replay.ts";
import { replayable } from "./replay.ts";
import type { Line } from "./report.ts";
import type { Member, Space } from "./space.ts";
import { asTheApi } from "./stage.ts";
import { mutation, query, send } from "./trpc-request.ts";

const HALF_HOUR_MS = 1_800_000;
const DAY_MS = 86_400_000;

interface Wish {
  readonly member: Member;
  readonly resourceId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** The lot of room hours that pays; null: the member has none, and is charged. */
  readonly lotId: string | null;
}

/** How one kind of booking was recorded: paid with credits, or charged. */
interface Recorded {
  readonly expectedTotalMinor: number;
  readonly recording: Recording;
}

/** Booking a room over HTTP, from the cookie to the commit, half of them with credits, beside its own statements by a bare pg client. */
export async function benchBooking(bench: Bench): Promise<Line[]> {
  const { api, space, stage, options } = bench;
  const next = freeSlots(space);
  const [first, second] = [await record(bench, next), await record(bench, next)];
  const [paid, charged] = first.expectedTotalMinor === 0 ? [first, second] : [second, first];
  if (paid.expectedTotalMinor !== 0 || charged.expectedTotalMinor === 0)
    throw new Error("One booking of two should be paid with credits and the other charged.");
  const kindOf = ({ lotId }: Wish) => (lotId === null ? charged : paid);
  const request = (wish: Wish) =>
    mutation("bookings.book", inputOf(wish, kindOf(wish).expectedTotalMinor), wish.member.cookie);
  const { connections } = options;
  const bare = await openBarePg({
    config: asTheApi(stage.databaseUrl, space.organizationId),
    connections,
    next() {
      const wish = next();
      return { recording: kindOf(wish).recording, facts: factsOf(wish, newId()) };
    },
  });
  const load = (seconds: number) => loadHttp({ url: api.url, connections, seconds, next: () => request(next()) });
  const { product, floor, ratio } = await takeTurns(bench, "booking", load, bare.run).finally(bare.close);
  const what = `its ${paid.recording.statements.length} and ${charged.recording.statements.length} statements by a bare pg client`;
  return [
    {
      what: "booking a room over HTTP, half of them with credits",
      timing: product,
      floor: { what, timing: floor },
      figure: { value: ratio, unit: "ratio" },
      goal: { atLeast: 0.5 },
    },
  ];
}

/** What the server sends for the next booking. A booking of the same kind goes first: then its connection is open. */
async function record({ recorder, space }: Bench, next: () => Wish): Promise<Recorded> {
  const [warmUp, , wish] = [next(), next(), next()];
  const expectedTotalMinor = await priceOf(recorder.url, wish);
  await send(recorder.url, mutation("bookings.book", inputOf(warmUp, expectedTotalMinor), warmUp.member.cookie));
  const input = inputOf(wish, expectedTotalMinor);
  const statements = await recorder.recording(() =>
    send(recorder.url, mutation("bookings.book", input, wish.member.cookie)),
  );
  const recording = replayable(statements, factsOf(wish, input.idempotencyKey), [
    space.organizationId,
    space.booked.locationId,
  ]);
  return { expectedTotalMinor, recording };
}

/** One after another: each room, half hour and day once, by each member in turn; always within the hours of one price. */
function freeSlots({ booked, members, wallets }: Space): () => Wish {
  const tomorrow = Math.ceil(Date.parse(new Date().toISOString()) / DAY_MS) * DAY_MS + DAY_MS;
  const { roomIds } = booked;
  const perDay = 12;
  let turn = 0;
  return () => {
    const n = turn++;
    const slot = Math.floor(n / roomIds.length);
    const start = tomorrow + Math.floor(slot / perDay) * DAY_MS + 15 * 3_600_000 + (slot % perDay) * HALF_HOUR_MS;
    const [resourceId, member] = [roomIds[n % roomIds.length], members[n % members.length]];
    if (!resourceId || !member) throw new RangeError("The space has no rooms or no members.");
    const lotId = wallets.lotOf.get(member.personId) ?? null;
    return { member, resourceId, startsAt: instant(start), endsAt: instant(start + HALF_HOUR_MS), lotId };
  };
}

function inputOf({ resourceId, startsAt, endsAt }: Wish, expectedTotalMinor: number) {
  return {
    resourceId,
    startsAt,
    endsAt,
    forPersonId: null,
    title: "Weekly review",
    isTitlePublic: false,
    expectedTotalMinor,
    idempotencyKey: newId(),
  };
}

function factsOf({ member, resourceId, startsAt, endsAt, lotId }: Wish, key: string): Facts {
  const lot = lotId === null ? {} : { lot: lotId };
  return { resourceId, startsAt, endsAt, person: member.personId, session: member.sessionToken, key, ...lot };
}

async function priceOf(url: string, { member, resourceId, startsAt, endsAt }: Wish): Promise<number> {
  const answer = await send<{ quote: { totalMinor: number | null } | null }>(
    url,
    query("bookings.quote", { resourceId, startsAt, endsAt, forPersonId: null }, member.cookie),
  );
  return answer.quote?.totalMinor ?? 0;
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
