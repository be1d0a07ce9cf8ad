import type { Context, Sql } from "@working-social/db";
import { costsSomething } from "../../rules/quote.ts";
import type { BookingSituation } from "../../rules/situation.ts";
import type { LoadedSituation } from "../../situation/queries/load-situation.ts";
import { lockSituation } from "../../situation/steps/lock-situation.ts";
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
  const situation = await lockSituation(tx, ctx, loaded, {
    span: wish.slot,
    exceptBookingId: null,
    limits: wish.isStaffActing ? null : first.limits,
    paysWithCredits: costsSomething(first.quote),
  });
  if (situation === loaded.situation) return { situation, decision: first, wish };
  const later = { ...asked, now: ctx.clock.now() };
  return { situation, decision: decide(situation, later), wish: later };
}
