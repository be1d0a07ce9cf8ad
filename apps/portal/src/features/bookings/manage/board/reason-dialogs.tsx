import type { BookingView } from "@working-social/booking/schema";
import { toast } from "@working-social/ui";
import { useAction } from "../../../../lib/action.ts";
import { useIntention, type Intention } from "../../../../lib/idempotency.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";
import { ReasonDialog } from "../../../manage/form/reason-dialog.tsx";
import { useBookingName } from "./use-booking-name.ts";

type DialogProps = { booking: BookingView; onClose: () => void };

/** Says no to a member who asked, with the reason that they will read. */
export function DeclineDialog({ booking, onClose }: DialogProps) {
  const { actions: texts } = useTexts(manageBookingsTexts);
  const name = useBookingName(booking);
  const done = useDone(texts.declined(booking.resourceName), onClose);
  const intention = useIntention();
  const decline = useAction(trpc.bookings.decline.mutationOptions(), { onDone: done });
  return (
    <ReasonDialog
      title={texts.declineTitle(name)}
      hint={texts.declineReason}
      confirmLabel={texts.declineConfirm}
      action={decline}
      onReason={(reason) => decline.run(withKey(intention, { bookingId: booking.id, reason }))}
      onClose={onClose}
    >
      {texts.declineText}
    </ReasonDialog>
  );
}

/** Takes away a booking that was a mistake. */
export function RemoveDialog({ booking, onClose }: DialogProps) {
  const { actions: texts } = useTexts(manageBookingsTexts);
  const name = useBookingName(booking);
  const done = useDone(texts.removed(booking.resourceName), onClose);
  const intention = useIntention();
  const remove = useAction(trpc.bookings.remove.mutationOptions(), { onDone: done });
  return (
    <ReasonDialog
      title={texts.removeTitle(name)}
      hint={texts.removeReason}
      confirmLabel={texts.removeConfirm}
      action={remove}
      onReason={(reason) => remove.run(withKey(intention, { bookingId: booking.id, reason }))}
      onClose={onClose}
    >
      {texts.removeText}
    </ReasonDialog>
  );
}

/** The dialog closes when it is done: the next one is another intention. */
function withKey(intention: Intention, wish: { bookingId: string; reason: string }) {
  return { ...wish, idempotencyKey: intention.keyFor(wish) };
}

function useDone(said: string, onClose: () => void) {
  return () => {
    toast({ title: said, tone: "accent" });
    onClose();
  };
}
