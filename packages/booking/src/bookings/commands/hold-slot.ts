import type { Context } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { bookerFor } from "../rules/access.ts";
import { slotOf } from "../../shared.ts";
import { placeBooking } from "../steps/place-booking.ts";
import { withSuggestions } from "../rules/refusals.ts";
import type { BookingView, HoldInput } from "../schema.ts";
import { suggestSlots } from "../queries/suggest-slots.ts";

/**
 * Keeps a slot for oneself while one decides or pays. Its price is agreed now; it falls free by itself at holdExpiresAt.
 * Refuses like `bookResource`, price_changed aside, and with too_many_holds and held_before, so that nobody keeps a house for
 * nothing.
 */
export async function holdSlot(ctx: Context, input: HoldInput): Promise<BookingView> {
  authorize(ctx, ...holdSlot.needs);
  const { resourceId } = input;
  const booker = bookerFor(ctx, null);
  const slot = slotOf(input);
  const placement = { resourceId, slot, booker, title: "", isTitlePublic: false, expectedTotalMinor: null };
  const request = { key: input.idempotencyKey, procedure: "bookings.hold", input };
  return withSuggestions(
    () => suggestSlots(ctx, { resourceId, personId: booker.personId, slot, replacesBookingId: null }),
    () => inTransaction(ctx, (tx) => once(tx, ctx, request, () => placeBooking(tx, ctx, placement))),
  );
}
holdSlot.needs = ["useSpace"] as const;
