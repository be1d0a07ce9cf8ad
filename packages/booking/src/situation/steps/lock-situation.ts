import type { Context, Sql } from "@working-social/db";
import type { Interval } from "@working-social/kernel";
import type { EffectiveLimits } from "../../rules/limits.ts";
import type { BookingSituation } from "../../rules/situation.ts";
import type { LoadedSituation } from "../queries/load-situation.ts";
import { lockCredits } from "./lock-credits.ts";
import { lockLimits } from "./lock-limits.ts";

/** What a decision rests on, and what has to stay as it is until it is written. */
export interface Locked {
  span: Interval;
  /** Whose usage and credits count as free. */
  exceptBookingId: string | null;
  /** null: nobody's limits count, since staff act or nothing is added. */
  limits: EffectiveLimits | null;
  paysWithCredits: boolean;
}

/**
 * Makes a situation hold under races: people and their limits first, then credits, in one order for all who book, change and confirm.
 * Returns it as it is after the wait; the same one where nobody had to.
 */
export async function lockSituation(
  tx: Sql,
  ctx: Context,
  { situation, needsOpening }: LoadedSituation,
  { span, exceptBookingId, limits, paysWithCredits }: Locked,
): Promise<BookingSituation> {
  const counted = limits === null ? situation : await lockLimits(tx, ctx, situation, limits);
  return paysWithCredits ? lockCredits(tx, ctx, counted, { span, exceptBookingId, needsOpening }) : counted;
}
