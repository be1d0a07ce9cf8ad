import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { cancellationFee } from "@working-social/booking/rules";
import type { BookingView } from "@working-social/booking/schema";
import { newId, systemClock } from "@working-social/kernel";
import { toast } from "@working-social/ui";
import { formatIn } from "../../lib/format.ts";
import { useMe } from "../../lib/me.ts";
import { refreshAfter } from "../../lib/refresh.ts";
import { refusalOf, refusalSentence } from "../../lib/refusals.ts";
import { trpcClient } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingTexts } from "./booking-texts.ts";

/** Says that it worked, with an undo for as long as undoing costs nothing; else the way to the booking. */
export function useBookedToast(): (booking: BookingView) => void {
  const texts = useTexts(bookingTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { person: me } = useMe();

  async function undo(booking: BookingView) {
    const input = { bookingId: booking.id, reason: null, expectedFeeMinor: 0, idempotencyKey: newId() };
    try {
      await trpcClient.bookings.cancel.mutate(input);
      toast({ title: texts.undone });
    } catch (error) {
      toast({ title: refusalSentence(refusalOf(error), formatIn(booking.timeZone)), tone: "red" });
    }
    refreshAfter(client, "bookings.cancel");
  }
  return (booking) => {
    const format = formatIn(booking.timeZone);
    const when = `${format.shortDay(booking.startsAt)}, ${format.span(booking.startsAt, booking.endsAt)}`;
    const isPending = booking.status === "pending_approval";
    const open = () => void navigate({ to: "/bookings/$bookingId", params: { bookingId: booking.id } });
    toast({
      title: isPending
        ? texts.askedFor(booking.resourceName)
        : texts.booked(booking.resourceName, booking.personId === me.id ? null : booking.personName),
      description: isPending ? texts.askedForText : when,
      tone: isPending ? "amber" : "accent",
      action: isFreeToCancel(booking)
        ? { label: texts.undo, onPress: () => void undo(booking) }
        : { label: texts.open, onPress: open },
    });
  };
}

function isFreeToCancel({ quote, startsAt, status }: BookingView): boolean {
  if (status === "pending_approval" || quote === null) return true;
  const fee = cancellationFee(quote.policy, quote.totalMinor, Date.parse(startsAt), systemClock.now());
  // The share counts for credits too: where it is not nothing, the dialog says what stays.
  return fee.feeMinor === 0 && fee.feePercent === 0;
}
