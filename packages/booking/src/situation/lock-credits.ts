import { openAndSettle } from "@working-social/billing";
import { loadSpendable, lockWallet } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import type { Interval } from "@working-social/kernel";
import type { BookingSituation } from "../rules/situation.ts";

/**
 * Makes credits hold under races: whoever pays waits here for whoever pays with the same credits, and then reads what
 * there is. The period is opened first if the job has not come by. Returns the situation with the lots of this moment.
 */
export async function lockCredits(
  tx: Sql,
  ctx: Context,
  situation: BookingSituation,
  of: { span: Interval; exceptBookingId: string | null; needsOpening: boolean },
): Promise<BookingSituation> {
  const { id: personId, teamId } = situation.person;
  await lockWallet(tx, ctx, personId);
  if (of.needsOpening && teamId !== null) await openAndSettle(tx, ctx, { teamId });
  if (of.needsOpening) await openAndSettle(tx, ctx, { personId });
  const lots = await loadSpendable(tx, ctx, { personId, span: of.span, exceptCauseId: of.exceptBookingId });
  return { ...situation, lots };
}
