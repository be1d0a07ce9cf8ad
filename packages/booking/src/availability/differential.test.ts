import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPerson, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { fixedClock, formatInstant } from "@working-social/kernel";
import type { Asked } from "./testing/asked.ts";
import { checkDay, checkMonth } from "./testing/check-days.ts";
import { checkLists } from "./testing/check-lists.ts";
import type { Question } from "./testing/check-slots.ts";
import { checkFreeNow, checkSlot } from "./testing/check-slots.ts";
import type { NaiveSpace, Wish } from "./testing/naive-space.ts";
import { aNaiveSpace, writeHistory } from "./testing/naive-space.ts";

// Random histories, and the same questions to the queries and to a model that looks at every booking. A failure prints
// its seed: AVAILABILITY_SEED=… npx vitest run --project booking differential; AVAILABILITY_RUNS=100 for more of it.
const RUNS = Number(process.env.AVAILABILITY_RUNS ?? 6);
const seed = Number(process.env.AVAILABILITY_SEED ?? Math.floor(Math.random() * 2 ** 31));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const wish: fc.Arbitrary<Wish> = fc.record({
  resource: fc.nat(99),
  quarters: fc.integer({ min: -4 * 96, max: 4 * 96 }),
  length: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 16 }) },
    { weight: 1, arbitrary: fc.constantFrom(96, 100, 200) },
  ),
  touches: fc.constantFrom(
    "nothing",
    "nothing",
    "midnight at its start",
    "midnight at its end",
    "a quarter past midnight",
  ),
  status: fc.constantFrom(
    "held",
    "held",
    "pending_approval",
    "confirmed",
    "confirmed",
    "confirmed",
    "cancelled",
    "declined",
    "deleted",
    "expired",
  ),
  heldFor: fc.constantFrom(-2000, -1, 1, 30),
  isMine: fc.boolean(),
});

const question: fc.Arbitrary<Question> = fc.record({
  resource: fc.nat(99),
  quarters: fc.integer({ min: 1, max: 4 * 96 }),
  after: fc.option(fc.nat(999)),
  length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(96)),
});

const story = fc.record({
  zone: fc.constantFrom("Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe"),
  minuteOfDay: fc.integer({ min: 0, max: 1439 }),
  // Enough of them that most units have several claims before whatever is asked.
  wishes: fc.array(wish, { minLength: 90, maxLength: 160 }),
  questions: fc.array(question, { minLength: 6, maxLength: 6 }),
});
const confirmed = { touches: "nothing", status: "confirmed", heldFor: 1, isMine: false } as const;
const [COVE, HALL_A, LANTERN] = [0, 1, 4] as const;
/** What every history holds, whatever chance adds: where queries that look at less than everything go wrong. */
const SITUATIONS: readonly Wish[] = [
  // Its buffer reaches into the month before, and it does not.
  { ...confirmed, resource: COVE, quarters: 1, length: 4 },
  // The hall is free, though one of its halves has a hold that no job has ended yet.
  { ...confirmed, resource: HALL_A, quarters: 40, length: 8, status: "held", heldFor: -1 },
  // Overnight, after earlier claims of the same unit.
  ...[-90, -60, -40].map((quarters) => ({ ...confirmed, resource: LANTERN, quarters, length: 4 })),
  { ...confirmed, resource: LANTERN, quarters: -8, length: 40 },
];

type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** Some minutes after bookings that end on the day, when their buffers still count. */
function endsToday(space: NaiveSpace): number[] {
  const { day } = space.day(0);
  const ends = space.bookings.map(({ slot }) => slot.end).filter((end) => day.start <= end && end < day.end);
  return [...new Set(ends)].slice(0, 4).map((end) => end + 4 * 60_000);
}

async function ask({ zone, minuteOfDay, wishes, questions }: Story): Promise<void> {
  const space = await aNaiveSpace(database, zone, minuteOfDay);
  for (const one of [...SITUATIONS, ...wishes]) space.add(one);
  await writeHistory(database, space);
  const clock = fixedClock(formatInstant(space.now));
  const desk = await aPerson(database.owner, space.organizationId, { role: "front_desk", name: "Desk" });
  const as = (actor: NaiveSpace["ana"]["actor"]) => database.context(space.organizationId, actor, clock);
  const asked: Asked = { space, ana: as(space.ana.actor), desk: as(desk.actor) };
  for (let offset = -3; offset <= 3; offset++) await checkDay(asked, offset);
  for (const month of ["2026-11", "2026-12"]) await checkMonth(asked, month);
  for (const now of [space.now, ...endsToday(space)]) await checkFreeNow(asked, now);
  await checkLists(asked);
  for (const one of questions) await checkSlot(asked, one);
}

test(`availability answers what a look at every booking answers (seed ${seed})`, async () => {
  const found = await fc.check(fc.asyncProperty(story, ask), { seed, numRuns: RUNS, endOnFailure: true });
  // A printed history fills pages, and the seed says as much.
  if (found.errorInstance instanceof Error) throw found.errorInstance;
  expect(found.failed).toBe(false);
}, 120_000);
