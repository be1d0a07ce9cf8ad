import { useQueryClient } from "@tanstack/react-query";
import type { BookingView } from "@working-social/booking/schema";
import { ConfirmDialog, FormError, TextField, toast } from "@working-social/ui";
import { useState, type ReactNode } from "react";
import { useAction, type Action } from "../../../lib/action.ts";
import { refreshBookings } from "../../../lib/live.ts";
import { refusalSentence } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { manageBookingsTexts } from "../../../texts/manage-bookings.ts";
import { useBookingName } from "./use-booking-name.ts";

type DialogProps = { booking: BookingView; onClose: () => void };

/** Says no to a member who asked, with the reason that they will read. */
export function DeclineDialog({ booking, onClose }: DialogProps) {
  const { actions: texts } = useTexts(manageBookingsTexts);
  const name = useBookingName(booking);
  const done = useDone(texts.declined(booking.resourceName), onClose);
  const decline = useAction(trpc.bookings.decline.mutationOptions(), { onDone: done });
  return (
    <ReasonDialog
      title={texts.declineTitle(name)}
      hint={texts.declineReason}
      confirmLabel={texts.declineConfirm}
      action={decline}
      onReason={(reason) => decline.run({ bookingId: booking.id, reason })}
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
  const remove = useAction(trpc.bookings.remove.mutationOptions(), { onDone: done });
  return (
    <ReasonDialog
      title={texts.removeTitle(name)}
      hint={texts.removeReason}
      confirmLabel={texts.removeConfirm}
      action={remove}
      onReason={(reason) => remove.run({ bookingId: booking.id, reason })}
      onClose={onClose}
    >
      {texts.removeText}
    </ReasonDialog>
  );
}

function useDone(said: string, onClose: () => void) {
  const client = useQueryClient();
  return () => {
    toast({ title: said, tone: "accent" });
    void refreshBookings(client);
    onClose();
  };
}

type ReasonDialogProps = {
  title: string;
  hint: string;
  confirmLabel: string;
  action: Pick<Action<never, unknown>, "isPending" | "refusal">;
  onReason: (reason: string) => void;
  onClose: () => void;
  children: ReactNode;
};

/** A question that needs a reason. */
function ReasonDialog({ title, hint, confirmLabel, action, onReason, onClose, children }: ReasonDialogProps) {
  const { actions: texts } = useTexts(manageBookingsTexts);
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const isMissing = reason.trim() === "";
  function confirm() {
    setIsTried(true);
    if (!isMissing) onReason(reason.trim());
  }
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={title}
      confirmLabel={confirmLabel}
      tone="danger"
      isPending={action.isPending}
      onConfirm={confirm}
    >
      <div className="flex flex-col gap-4">
        <p>{children}</p>
        <FormError>{action.refusal && refusalSentence(action.refusal)}</FormError>
        <TextField
          label={texts.reason}
          description={hint}
          maxLength={120}
          isRequired
          value={reason}
          onChange={setReason}
          errorMessage={isTried && isMissing ? texts.reasonNeeded : undefined}
        />
      </div>
    </ConfirmDialog>
  );
}
