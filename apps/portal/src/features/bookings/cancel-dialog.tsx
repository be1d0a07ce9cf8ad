import { useQuery } from "@tanstack/react-query";
import type { BookingView, CancellationPreview, UnitQuantity } from "@working-social/booking/schema";
import { formatList } from "@working-social/kernel";
import { ConfirmDialog, FormError, SkeletonText, TextField, toast } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../lib/action.ts";
import { useOwnerOf } from "../../lib/for-whom.ts";
import { formatPrice, formatIn } from "../../lib/format.ts";
import { useIntention } from "../../lib/idempotency.ts";
import { locale } from "../../lib/locale.ts";
import { refusalSentence } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";
import { textsOf, useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts, type BookingsTexts } from "./bookings-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import type { Whose } from "../../lib/texts/whose.ts";
import { useWaiver, WaiverFields } from "./waiver-fields.tsx";

/** Asks before cancelling, and says first what it costs: the fee on the button is the fee that is charged. */
export function CancelDialog({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const texts = useTexts(bookingsTexts);
  const format = formatIn(booking.timeZone);
  const whose = useOwnerOf(booking);
  const [reason, setReason] = useState("");
  const { preview, waiver, isWaived, fee, kept, back, cancel, confirm } = useCancellation(booking, reason, onClose);
  const hasFee = fee !== "" || kept !== "";
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={texts.cancelTitle}
      confirmLabel={isWaived ? texts.cancelConfirmWaived : confirmWords(fee, kept, texts, whose)}
      cancelLabel={texts.keep}
      onConfirm={confirm}
      isPending={cancel.isPending || !preview}
      tone={hasFee ? "danger" : "primary"}
    >
      <div className="flex flex-col gap-4">
        <p>
          <span className="font-semibold">{booking.resourceName}</span>, {format.shortDay(booking.startsAt)},{" "}
          {format.span(booking.startsAt, booking.endsAt)}.
        </p>
        <div role="status">
          {preview ? (
            <>
              <p>{feeWords(preview, kept, { texts, whose, when: format.weekdayTime })}</p>
              {back && <p>{texts.comesBack(back, whose)}</p>}
            </>
          ) : (
            <SkeletonText lines={2} />
          )}
        </div>
        {whose !== null && hasFee && <WaiverFields waiver={waiver} name={whose} />}
        <FormError>{cancel.refusal && refusalSentence(cancel.refusal, format, whose)}</FormError>
        <TextField label={texts.cancelReason} isOptional maxLength={120} value={reason} onChange={setReason} />
      </div>
    </ConfirmDialog>
  );
}

/** What it costs, whether staff waive that, and doing it. `fee`, `kept` and `back` are words; empty for nothing. */
function useCancellation(booking: BookingView, reason: string, onClose: () => void) {
  const texts = useTexts(bookingsTexts);
  const intention = useIntention();
  const whose = useOwnerOf(booking);
  const waiver = useWaiver();
  const preview = useQuery(trpc.bookings.previewCancellation.queryOptions({ bookingId: booking.id }, { staleTime: 0 }));
  const { feeMinor = 0, credits = [], currency = "" } = preview.data ?? {};
  const fee = feeMinor > 0 ? formatPrice(feeMinor, currency) : "";
  const kept = quantities(credits.map((one) => ({ unit: one.unit, quantity: one.kept })));
  const isWaived = (fee !== "" || kept !== "") && waiver.because !== null;
  const back = quantities(
    credits.map((one) => ({ unit: one.unit, quantity: isWaived ? one.used : one.used - one.kept })),
  );
  const cancel = useAction(trpc.bookings.cancel.mutationOptions(), {
    onDone: () => {
      intention.done();
      toast({ title: texts.cancelled, ...(back ? { description: texts.cameBack(back, whose) } : {}) });
      onClose();
    },
    onRefused: () => void preview.refetch(),
  });
  function confirm() {
    if (!preview.data || (isWaived && !waiver.isComplete())) return;
    const expectedKept = credits.flatMap((one) => (one.kept > 0 ? [{ unit: one.unit, quantity: one.kept }] : []));
    const seen = { expectedFeeMinor: feeMinor, expectedKept };
    const waived = isWaived && waiver.because !== null ? { waiveFeeBecause: waiver.because } : {};
    const wish = { bookingId: booking.id, reason: reason.trim() || null, ...seen, ...waived };
    cancel.run({ ...wish, idempotencyKey: intention.keyFor(wish) });
  }
  return { preview: preview.data, waiver, isWaived, fee, kept, back, cancel, confirm };
}

/** "$6.36 and 30 min", by what the tier that counts now keeps of both. */
function confirmWords(fee: string, kept: string, texts: BookingsTexts, whose: Whose): string {
  const all = formatList(locale, [fee, kept].filter(Boolean));
  if (whose !== null) return all ? texts.cancelConfirmFor(all) : texts.cancelConfirm;
  if (!kept) return fee ? texts.cancelConfirmFee(fee) : texts.cancelConfirm;
  return fee ? texts.cancelConfirmBoth(fee, kept) : texts.cancelConfirmKept(kept);
}

function feeWords(
  preview: CancellationPreview,
  kept: string,
  { texts, whose, when }: { texts: BookingsTexts; whose: Whose; when: (at: string) => string },
): string {
  const { feeMinor, feePercent, currency, freeUntil } = preview;
  const stays = kept ? [texts.cancelKeeps(kept, whose)] : [];
  if (feeMinor > 0) return [texts.cancelFee(formatPrice(feeMinor, currency), feePercent, whose), ...stays].join(" ");
  if (kept) return texts.cancelKeepsPercent(kept, feePercent, whose);
  return freeUntil ? texts.cancelFreeUntil(when(freeUntil)) : texts.cancelFree;
}

/** "1 h", "1 h and 1 day pass"; empty for none. */
function quantities(credits: readonly UnitQuantity[]): string {
  const units = textsOf(creditUnitTexts);
  const some = credits.filter(({ quantity }) => quantity > 0);
  return formatList(
    locale,
    some.map(({ unit, quantity }) => units.quantity(unit, null, quantity)),
  );
}
