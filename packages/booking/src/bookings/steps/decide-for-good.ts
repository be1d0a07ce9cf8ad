import type { Context, Sql } from "@working-social/db";
import { costsSomething } from "../../rules/quote.ts";
import type { BookingSituation } from "../../rules/situation.ts";
import type { LoadedSituation } from "../../situation/queries/load-situation.ts";
import { lockCredits } from "../../situation/steps/lock-credits.ts";
import { lockLimits } from "../../situation/steps/lock-limits.ts";
import type { Decision, Wish } from "../rules/decide.ts";
import { decide } from "../rules/decide.ts";

/**
 * Decides again with what is locked: whoever books for the same people, or with the same credits, waits. The clock is read
 * again after the wait: what passed while one waited has passed.
 */
export async function decideForGood(
  tx: Sql,
  ctx: Context,
  loaded: LoadedSituation,
  asked: Omit<Wish, "now">,
): Promise<{ situation: BookingSituation; decision: Decision; wish: Wish }> {
  const wish = { ...asked, now: ctx.clock.now() };
  const first = decide(loaded.situation, wish);
  let situation = loaded.situation;
  if (!wish.isStaffActing) situation = await lockLimits(tx, ctx, situation, first.limits);
  if (costsSomething(first.quote)) {
    const { needsOpening } = loaded;
    situation = await lockCredits(tx, ctx, situation, { span: wish.slot, exceptBookingId: null, needsOpening });
  }
  if (situation === loaded.situation) return { situation, decision: first, wish };
  const later = { ...asked, now: ctx.clock.now() };
  return { situation, decision: decide(situation, later), wish: later };
}
