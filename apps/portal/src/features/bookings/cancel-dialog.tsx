import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { BookingView, CancellationPreview } from "@working-social/booking/schema";
import { ConfirmDialog, FormError, SkeletonText, TextField, toast } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../lib/action.ts";
import { formatPrice, useFormat } from "../../lib/format.ts";
import { useIntention } from "../../lib/idempotency.ts";
import { refreshBookings } from "../../lib/live.ts";
import { refusalSentence } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../texts/catalog.ts";
import { bookingsTexts, type BookingsTexts } from "../../texts/bookings.ts";

/** Asks before cancelling, and says first what it costs: the fee on the button is the fee that is charged. */
export function CancelDialog({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const texts = useTexts(bookingsTexts);
  const format = useFormat(booking.timeZone);
  const client = useQueryClient();
  const intention = useIntention();
  const [reason, setReason] = useState("");
  const preview = useQuery(trpc.bookings.previewCancellation.queryOptions({ bookingId: booking.id }, { staleTime: 0 }));
  const cancel = useAction(trpc.bookings.cancel.mutationOptions(), {
    onDone: () => {
      intention.done();
      void refreshBookings(client);
      toast({ title: texts.cancelled });
      onClose();
    },
    onRefused: () => void preview.refetch(),
  });
  const fee = preview.data?.feeMinor ?? 0;

  function confirm() {
    if (!preview.data) return;
    const expectedKept = preview.data.credits.flatMap(({ unit, kept }) => (kept > 0 ? [{ unit, quantity: kept }] : []));
    const wish = { bookingId: booking.id, reason: reason.trim() || null, expectedFeeMinor: fee, expectedKept };
    cancel.run({ ...wish, idempotencyKey: intention.keyFor(wish) });
  }
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={texts.cancelTitle}
      confirmLabel={
        preview.data && fee > 0 ? texts.cancelConfirmFee(formatPrice(fee, preview.data.currency)) : texts.cancelConfirm
      }
      cancelLabel={texts.keep}
      onConfirm={confirm}
      isPending={cancel.isPending || preview.isPending}
      tone={fee > 0 ? "danger" : "primary"}
    >
      <div className="flex flex-col gap-4">
        <p>
          <span className="font-semibold">{booking.resourceName}</span>, {format.shortDay(booking.startsAt)},{" "}
          {format.span(booking.startsAt, booking.endsAt)}.
        </p>
        <div role="status">
          {preview.data ? <p>{feeWords(preview.data, texts, format.weekdayTime)}</p> : <SkeletonText lines={1} />}
        </div>
        <FormError>{cancel.refusal && refusalSentence(cancel.refusal, format)}</FormError>
        <TextField label={texts.cancelReason} isOptional maxLength={120} value={reason} onChange={setReason} />
      </div>
    </ConfirmDialog>
  );
}

function feeWords(preview: CancellationPreview, texts: BookingsTexts, when: (at: string) => string): string {
  const { feeMinor, feePercent, currency, freeUntil } = preview;
  if (feeMinor > 0) return texts.cancelFee(formatPrice(feeMinor, currency), feePercent);
  return freeUntil ? texts.cancelFreeUntil(when(freeUntil)) : texts.cancelFree;
}
