import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { requireOwnerOrManager } from "../rules/access.ts";
import { answerQuote } from "../queries/answer-quote.ts";
import { quoteOf, readBooking } from "../queries/booking-row.ts";
import { decideChange, movesSlot } from "../steps/decide-change.ts";
import { slotOf } from "../../shared.ts";
import type { ChangeQuoteInput, QuoteAnswer } from "../schema.ts";

/**
 * What a booking would cost with another slot or resource, and whether that can be; changes nothing. Refuses with
 * not_found, not_allowed, and wrong_state for a booking that can't change any more.
 */
export async function quoteChange(ctx: Context, input: ChangeQuoteInput): Promise<QuoteAnswer> {
  authorize(ctx, ...quoteChange.needs);
  const row = await readBooking(read(ctx), ctx, input.bookingId);
  const isStaffActing = requireOwnerOrManager(ctx, row);
  const asked = { resourceId: input.resourceId, slot: slotOf(input) };
  const agreed = quoteOf(row);
  const decision = await decideChange(read(ctx), ctx, row, asked, { isStaffActing, isLocking: false });
  if (agreed && !movesSlot(row, asked.resourceId, asked.slot))
    return { isBookable: true, quote: { ...agreed, needsApproval: false } };
  return answerQuote(ctx, decision.wish, row.personId, decision);
}
quoteChange.needs = ["useSpace"] as const;
