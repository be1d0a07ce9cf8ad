import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, notAllowed } from "@working-social/kernel";
import { loadSituation } from "../../situation/queries/load-situation.ts";
import { bookerFor } from "../rules/access.ts";
import { answerQuote } from "../queries/answer-quote.ts";
import { decide } from "../rules/decide.ts";
import { slotOf } from "../../shared.ts";
import type { QuoteAnswer, QuoteInput } from "../schema.ts";

/**
 * What a slot costs and whether it can be booked; changes nothing and promises nothing. Refuses with not_found and
 * not_allowed; that a slot can't be booked is an answer, with every reason and the nearest slots that pass.
 */
export async function quoteSlot(ctx: Context, input: QuoteInput): Promise<QuoteAnswer> {
  authorize(ctx, ...quoteSlot.needs);
  const { personId, isStaffActing } = bookerFor(ctx, input.forPersonId);
  const slot = slotOf(input);
  const { situation, resource, isSuspended } = await loadSituation(read(ctx), ctx, {
    resourceId: input.resourceId,
    personId,
    span: slot,
  });
  if (isSuspended) throw notAllowed("book");
  const wish = { resource, slot, now: ctx.clock.now(), isStaffActing, replacesBookingId: null };
  return answerQuote(ctx, wish, personId, decide(situation, wish));
}
quoteSlot.needs = ["useSpace"] as const;
