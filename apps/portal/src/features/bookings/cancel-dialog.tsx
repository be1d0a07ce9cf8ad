import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { BookingView, CancellationPreview, UnitQuantity } from "@working-social/booking/schema";
import { ConfirmDialog, FormError, SkeletonText, TextField, toast } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../lib/action.ts";
import { formatPrice, useFormat } from "../../lib/format.ts";
import { useIntention } from "../../lib/idempotency.ts";
import { refreshBookings } from "../../lib/refresh.ts";
import { refusalSentence } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";
import { textsOf, useTexts } from "../../texts/catalog.ts";
import { bookingsTexts, type BookingsTexts } from "../../texts/bookings.ts";
import { creditUnitTexts } from "../../texts/credit-units.ts";

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
      refreshBookings(client);
      toast({ title: texts.cancelled, ...(back ? { description: texts.cameBack(back) } : {}) });
      onClose();
    },
    onRefused: () => void preview.refetch(),
  });
  const fee = preview.data?.feeMinor ?? 0;
  const credits = preview.data?.credits ?? [];
  const back = quantities(credits.map(({ unit, used, kept }) => ({ unit, quantity: used - kept })));
  const kept = quantities(credits.map((one) => ({ unit: one.unit, quantity: one.kept })));

  function confirm() {
    if (!preview.data) return;
    const expectedKept = preview.data.credits.flatMap((one) =>
      one.kept > 0 ? [{ unit: one.unit, quantity: one.kept }] : [],
    );
    const wish = { bookingId: booking.id, reason: reason.trim() || null, expectedFeeMinor: fee, expectedKept };
    cancel.run({ ...wish, idempotencyKey: intention.keyFor(wish) });
  }
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={texts.cancelTitle}
      confirmLabel={
        preview.data
          ? confirmWords(fee > 0 ? formatPrice(fee, preview.data.currency) : "", kept, texts)
          : texts.cancelConfirm
      }
      cancelLabel={texts.keep}
      onConfirm={confirm}
      isPending={cancel.isPending || preview.isPending}
      tone={fee > 0 || kept ? "danger" : "primary"}
    >
      <div className="flex flex-col gap-4">
        <p>
          <span className="font-semibold">{booking.resourceName}</span>, {format.shortDay(booking.startsAt)},{" "}
          {format.span(booking.startsAt, booking.endsAt)}.
        </p>
        <div role="status">
          {preview.data ? (
            <>
              <p>{feeWords(preview.data, kept, texts, format.weekdayTime)}</p>
              {back && <p>{texts.comesBack(back)}</p>}
            </>
          ) : (
            <SkeletonText lines={2} />
          )}
        </div>
        <FormError>{cancel.refusal && refusalSentence(cancel.refusal, format)}</FormError>
        <TextField label={texts.cancelReason} isOptional maxLength={120} value={reason} onChange={setReason} />
      </div>
    </ConfirmDialog>
  );
}

/** "$6.36 and 30 min", by what the tier that counts now keeps of both. */
function confirmWords(fee: string, kept: string, texts: BookingsTexts): string {
  if (!kept) return fee ? texts.cancelConfirmFee(fee) : texts.cancelConfirm;
  return fee ? texts.cancelConfirmBoth(fee, kept) : texts.cancelConfirmKept(kept);
}

function feeWords(
  preview: CancellationPreview,
  kept: string,
  texts: BookingsTexts,
  when: (at: string) => string,
): string {
  const { feeMinor, feePercent, currency, freeUntil } = preview;
  const stays = kept ? [texts.cancelKeeps(kept)] : [];
  if (feeMinor > 0) return [texts.cancelFee(formatPrice(feeMinor, currency), feePercent), ...stays].join(" ");
  if (kept) return texts.cancelKeepsPercent(kept, feePercent);
  return freeUntil ? texts.cancelFreeUntil(when(freeUntil)) : texts.cancelFree;
}

/** "1 h", "1 h and 1 day pass"; empty for none. */
function quantities(credits: readonly UnitQuantity[]): string {
  const units = textsOf(creditUnitTexts);
  const some = credits.filter(({ quantity }) => quantity > 0);
  return some.map(({ unit, quantity }) => units.quantity(unit, null, quantity)).join(", ");
}
