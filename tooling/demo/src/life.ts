import { openPeriods } from "@working-social/charges";
import { createBookingRule } from "@working-social/booking";
import type { EpochMs } from "@working-social/kernel";
import type { Visit } from "./bookings.ts";
import { visiting } from "./bookings.ts";
import { setAllowances } from "./credits.ts";
import { emptyDiary } from "./diary.ts";
import { allowOverdrafts, giving } from "./gifts.ts";
import type { Months } from "./months.ts";
import { buying, offerPacks } from "./packs.ts";
import { PEOPLE } from "./people.ts";
import { rulesOfHalls } from "./places.ts";
import type { DemoPrinter } from "./printer.ts";
import { furnishCopiers, printersOf, printing } from "./printing.ts";
import { printsOf } from "./prints.ts";
import { show, showcaseOf } from "./showcase.ts";
import type { Space } from "./space.ts";
import { clockAt, contextsOf } from "./space.ts";
import { storiesOf } from "./stories.ts";
import { live } from "./timeline.ts";
import type { Member } from "./wishes.ts";
import { usualWeeks } from "./wishes.ts";

/** How long before its start a usual booking was made. */
const THOUGHT_AHEAD_MS = 2 * 86_400_000;

/**
 * Two months and what there is of this one: plans give, people book and print, and their credits move, each thing in its
 * own present. At the end, one of each thing that a booking can be. Answers with the copiers as they stand there then.
 */
export async function liveUntil(
  now: EpochMs,
  space: Space,
  months: Months,
  log: (line: string) => void,
): Promise<DemoPrinter[]> {
  const contextOf = contextsOf(space.owner);
  const { oldHarbour, ropeWalk } = space.places;
  const founded = space.owner.clock.now();
  await setAllowances(space);
  await allowOverdrafts(space, contextOf, founded);
  const packs = await offerPacks(space);
  const copiers = await furnishCopiers(space, contextOf, founded);
  log("what plans give, packs, and a copier in each house");

  const [members, diary] = [membersOf(space), emptyDiary()];
  const showcase = showcaseOf(now, oldHarbour, members, diary);
  const stories = storiesOf(now, space, months, diary);
  const weeks = [oldHarbour, ropeWalk].flatMap((place) => usualWeeks(now, place, [...members.values()], diary));
  const usual = weeks.map((wish): Visit => ({ wish, madeAt: Math.min(now, wish.start - THOUGHT_AHEAD_MS) }));
  const prints = printsOf(now, months, oldHarbour.timeZone);
  let booked = 0;
  const happenings = [
    ...visiting(contextOf, [...stories, ...usual], () => booked++),
    ...printing(space, copiers, prints),
    ...giving(space, contextOf, months),
    ...buying(space, contextOf, packs, months),
  ];
  const job = { ...space.owner, actor: { kind: "job", job: "open_periods" } } as const;
  await live(months.lived, happenings, (at) => openPeriods({ ...job, clock: clockAt(at) }), now);
  log(`${prints.length} prints, three of them waiting at the copier`);

  // After the usual weeks: what was booked before a rule stays as it was.
  for (const rule of rulesOfHalls(oldHarbour.resources, space.plans)) await createBookingRule(space.owner, rule);
  await show(showcase, contextOf, now);
  await Promise.all(Object.values(copiers).map(({ report }) => report(now, [])));
  log(`${booked} bookings, a hold, one that waits for approval, and what was cancelled`);
  return printersOf(copiers, prints);
}

/** Those who book, by their mailbox. */
function membersOf({ people }: Space): Map<string, Member> {
  const withStory = new Set(PEOPLE.flatMap(({ mailbox, hasStory }) => (hasStory ? [mailbox] : [])));
  return new Map(
    [...people].flatMap(([mailbox, { id, role, teamId }]) =>
      role === "member" ? [[mailbox, { id, role, teamId, hasStory: withStory.has(mailbox) }] as const] : [],
    ),
  );
}
