import { assignUnknownUser } from "@working-social/copier";
import type { EpochMs } from "@working-social/kernel";
import type { CopierName, SetUpCopier } from "./copiers.ts";
import { COPIERS, setUpCopier } from "./copiers.ts";
import type { DemoPrinter } from "./printer.ts";
import type { Print } from "./prints.ts";
import { eventOf, PRINT_USERS, submittedOf } from "./prints.ts";
import type { ContextOf, Space } from "./space.ts";
import { creditsOf, named } from "./space.ts";
import type { Happening } from "./timeline.ts";

export type Copiers = Record<CopierName, SetUpCopier>;

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
    run: () => copiers[print.copier].report(print.at, [eventOf(print, index)]),
  }));
}

/** The copiers as they stand there at the end, with what waits in them. */
export function printersOf(copiers: Copiers, prints: readonly Print[]): DemoPrinter[] {
  const queues = prints.flatMap((print, index) =>
    print.isWaiting ? [{ copier: print.copier, job: submittedOf(print, index) }] : [],
  );
  return Object.entries(copiers).map(([id, { name, token, kioskToken }]) => ({
    name,
    token,
    kioskToken,
    queue: queues.flatMap(({ copier, job }) => (copier === id ? [job] : [])),
  }));
}
