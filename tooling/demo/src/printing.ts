import { assignUnknownUser } from "@working-social/copier";
import type { EpochMs } from "@working-social/kernel";
import type { CopierName, Report } from "./copiers.ts";
import { COPIERS, setUpCopier } from "./copiers.ts";
import type { Print } from "./prints.ts";
import { eventOf, PRINT_USERS } from "./prints.ts";
import type { ContextOf, Space } from "./space.ts";
import { creditsOf, named } from "./space.ts";
import type { Happening } from "./timeline.ts";

export type Copiers = Record<CopierName, Report>;

/** A copier in each house, with its prices; Priya says who the users are that no address tells. */
export async function furnishCopiers(space: Space, contextOf: ContextOf, at: EpochMs): Promise<Copiers> {
  const { owner, places, people } = space;
  const oldHarbour = await setUpCopier(owner, places.oldHarbour.locationId, COPIERS.oldHarbour);
  const ropeWalk = await setUpCopier(owner, places.ropeWalk.locationId, COPIERS.ropeWalk);
  for (const [userKey, mailbox] of PRINT_USERS) {
    const personId = mailbox === null ? null : named(people, mailbox).id;
    await assignUnknownUser(contextOf(named(people, "priya"), at), { userKey, personId });
  }
  return { oldHarbour, ropeWalk };
}

/** The copiers' reports, in the order of their owners' credits. */
export function printing({ people }: Space, copiers: Copiers, prints: readonly Print[]): Happening[] {
  return prints.map((print, index) => ({
    at: print.at,
    credits: print.mailbox === null ? print.user : creditsOf(named(people, print.mailbox)),
    run: () => copiers[print.copier](print.at, [eventOf(print, index)]),
  }));
}
