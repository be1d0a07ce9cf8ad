import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import type { BookingRefusal } from "../../rules/refusals.ts";
import { claimSpan } from "../../rules/limits.ts";
import type { Decision, Wish } from "../rules/decide.ts";
import { looksFree } from "./looks-free.ts";
import type { QuoteAnswer } from "../schema.ts";
import { suggestSlots } from "./suggest-slots.ts";

/** The answer to a wish that the rules have decided: looks whether it is taken, and for what would pass instead. */
export async function answerQuote(
  ctx: Context,
  wish: Wish,
  personId: string | null,
  decision: Decision,
): Promise<QuoteAnswer> {
  const { resource, slot, replacesBookingId } = wish;
  const { quote } = decision;
  const isFree = await looksFree(read(ctx), ctx, resource, claimSpan(decision.limits, slot), replacesBookingId);
  const refusals: BookingRefusal[] = isFree ? decision.refusals : [...decision.refusals, { code: "slot_taken" }];
  if (refusals.length === 0) return { isBookable: true, quote };
  const suggestions = await suggestSlots(ctx, { resourceId: resource.id, personId, slot, replacesBookingId });
  return { isBookable: false, quote, refusals, suggestions };
}
