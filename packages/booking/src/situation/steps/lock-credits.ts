import { openAndSettle } from "@working-social/charges";
import { loadSpendable, lockWallet } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import type { Interval } from "@working-social/kernel";
import type { BookingSituation } from "../../rules/situation.ts";

/**
 * Makes credits hold under races: whoever pays waits here for whoever pays with the same credits, and then reads what
 * there is. The period is opened first if the job has not come by, and what was promised earlier is taken. Returns the
 * situation with the lots of this moment.
 */
export async function lockCredits(
  tx: Sql,
  ctx: Context,
  situation: BookingSituation,
  of: { span: Interval; exceptBookingId: string | null; needsOpening: boolean },
): Promise<BookingSituation> {
  const personId = situation.person.id;
  if (of.needsOpening) await openAndSettle(tx, ctx, { personId });
  await lockWallet(tx, ctx, personId);
  const lots = await loadSpendable(tx, ctx, { personId, span: of.span, exceptCauseId: of.exceptBookingId });
  return { ...situation, lots };
}
