import { newId } from "@working-social/kernel";
import { openBarePg } from "./bare-pg.ts";
import type { Bench } from "./bench.ts";
import { takeTurns } from "./bench.ts";
import { loadHttp } from "./http-load.ts";
import type { Facts } from "./replay.ts";
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
}

/** Booking a room over HTTP, from the cookie to the commit, beside its own statements by a bare pg client. */
export async function benchBooking(bench: Bench): Promise<Line[]> {
  const { api, recorder, space, stage, options } = bench;
  const next = freeSlots(space);
  const expectedTotalMinor = await priceOf(recorder.url, next());
  const request = (wish: Wish) => mutation("bookings.book", inputOf(wish, expectedTotalMinor), wish.member.cookie);
  await send(recorder.url, request(next()));
  const recorded = next();
  const input = inputOf(recorded, expectedTotalMinor);
  const statements = await recorder.recording(() =>
    send(recorder.url, mutation("bookings.book", input, recorded.member.cookie)),
  );
  const replay = replayable(statements, factsOf(recorded, input.idempotencyKey), [
    space.organizationId,
    space.booked.locationId,
  ]);
  const { connections } = options;
  const config = asTheApi(stage.databaseUrl, space.organizationId);
  const bare = await openBarePg({ config, connections, ...replay, next: () => factsOf(next(), newId()) });
  const load = (seconds: number) => loadHttp({ url: api.url, connections, seconds, next: () => request(next()) });
  const { product, floor, ratio } = await takeTurns(bench, "booking", load, bare.run).finally(bare.close);
  const what = `its ${statements.length} statements by a bare pg client`;
  return [
    {
      what: "booking a room over HTTP",
      timing: product,
      floor: { what, timing: floor },
      figure: { value: ratio, unit: "ratio" },
      goal: { atLeast: 0.5 },
    },
  ];
}

/** One after another: each room, half hour and day once, by each member in turn; always within the hours of one price. */
function freeSlots({ booked, members }: Space): () => Wish {
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
    return { member, resourceId, startsAt: instant(start), endsAt: instant(start + HALF_HOUR_MS) };
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

function factsOf({ member, resourceId, startsAt, endsAt }: Wish, key: string): Facts {
  return { resourceId, startsAt, endsAt, person: member.personId, session: member.sessionToken, key };
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
