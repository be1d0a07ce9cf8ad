import { expectDefined } from "@working-social/kernel";
import type { BookingView } from "@working-social/booking/schema";
import { toast } from "@working-social/ui";
import { useAction } from "../../lib/action.ts";
import { useOwnerOf } from "../../lib/for-whom.ts";
import { useIntention } from "../../lib/idempotency.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";

/** Confirms a held slot, at the price that was shown, or lets it go. */
export function useHeld(booking: BookingView) {
  const texts = useTexts(bookingsTexts);
  const intention = useIntention();
  const letting = useIntention();
  const whose = useOwnerOf(booking);
  const confirm = useAction(trpc.bookings.confirmHold.mutationOptions(), {
    onDone: (booked) => {
      intention.done();
      toast({ title: texts.confirmed(booked.resourceName, whose), tone: "accent" });
    },
  });
  const release = useAction(trpc.bookings.releaseHold.mutationOptions(), {
    onDone: () => {
      letting.done();
      toast({ title: texts.letGone });
    },
  });

  function confirmWith(details: Pick<BookingView, "title" | "isTitlePublic">) {
    const { title, isTitlePublic } = details;
    const { totalMinor: expectedTotalMinor } = expectDefined(booking.quote, "A hold has no price.");
    const wish = { bookingId: booking.id, title, isTitlePublic, expectedTotalMinor };
    confirm.run({ ...wish, idempotencyKey: intention.keyFor(wish) });
  }
  return {
    confirm: { run: confirmWith, isPending: confirm.isPending, refusal: confirm.refusal },
    release: {
      run: () => release.run({ bookingId: booking.id, idempotencyKey: letting.keyFor(booking.id) }),
      isPending: release.isPending,
      refusal: release.refusal,
    },
  };
}
