import type { Context } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { bookerFor } from "../rules/access.ts";
import { slotOf } from "../../shared.ts";
import { placeBooking } from "../steps/place-booking.ts";
import { withSuggestions } from "../rules/refusals.ts";
import type { BookingView, BookInput } from "../schema.ts";
import { suggestSlots } from "../queries/suggest-slots.ts";

/**
 * Books a resource for oneself, or, as staff, for anybody. Confirmed at once, or pending when a rule asks for approval.
 * Refuses with cannot_book (every broken rule, or slot_taken, and slots that would pass), price_changed, not_found,
 * not_allowed, idempotency_key_reused.
 */
export async function bookResource(ctx: Context, input: BookInput): Promise<BookingView> {
  authorize(ctx, ...bookResource.needs);
  const { resourceId, title, isTitlePublic, expectedTotalMinor } = input;
  const booker = bookerFor(ctx, input.forPersonId);
  const slot = slotOf(input);
  const request = { key: input.idempotencyKey, procedure: "bookings.book", input };
  return withSuggestions(
    () => suggestSlots(ctx, { resourceId, personId: booker.personId, slot, replacesBookingId: null }),
    () =>
      inTransaction(ctx, (tx) =>
        once(tx, ctx, request, () =>
          placeBooking(tx, ctx, { resourceId, slot, booker, title, isTitlePublic, expectedTotalMinor }),
        ),
      ),
  );
}
bookResource.needs = ["useSpace"] as const;
