import { useQuery } from "@tanstack/react-query";
import type { BookingView } from "@working-social/booking/schema";
import type { PersonView } from "@working-social/directory/schema";
import { Button, Checkbox, Dialog, FormError, Spinner, TextField } from "@working-social/ui";
import { useState } from "react";
import { refusalOf, refusalSentence } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { managePeopleTexts } from "../../../texts/manage-people.ts";
import { useBookingName } from "../bookings/use-booking-name.ts";
import { useSuspension } from "./use-suspension.ts";

type SuspendDialogProps = { person: PersonView; onClose: () => void; onDone: (said: string) => void };

/** Takes somebody's access away, and asks what is to become of each booking that they have ahead. */
export function SuspendDialog({ person, onClose, onDone }: SuspendDialogProps) {
  const { people: texts } = useTexts(managePeopleTexts);
  const coming = useQuery(trpc.bookings.coming.queryOptions({ personId: person.id }));
  const [cancelled, setCancelled] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const suspension = useSuspension(person, onDone);
  const isMissing = cancelled.size > 0 && reason.trim() === "";
  function confirm() {
    setIsTried(true);
    if (!isMissing) suspension.run([...cancelled], reason.trim());
  }
  const refusal = suspension.refusal ?? (coming.error && refusalOf(coming.error));
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isDismissable={false}
      title={texts.suspendTitle(person.name)}
      footer={
        <>
          <Button onPress={onClose}>{texts.suspendNot}</Button>
          <Button variant="danger" isPending={suspension.isPending} isDisabled={!coming.data} onPress={confirm}>
            {cancelled.size > 0 ? texts.suspendAndCancel(cancelled.size) : texts.suspend}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{texts.suspendText}</p>
        <FormError>{refusal && refusalSentence(refusal)}</FormError>
        {coming.isPending && <Spinner />}
        {coming.data && coming.data.length > 0 && (
          <ComingBookings bookings={coming.data} cancelled={cancelled} onChange={setCancelled} />
        )}
        {cancelled.size > 0 && (
          <TextField
            label={texts.suspendReason}
            description={texts.suspendReasonHint}
            maxLength={120}
            isRequired
            value={reason}
            onChange={setReason}
            errorMessage={isTried && isMissing ? texts.suspendReasonNeeded : undefined}
          />
        )}
      </div>
    </Dialog>
  );
}

type ComingBookingsProps = {
  bookings: BookingView[];
  cancelled: ReadonlySet<string>;
  onChange: (cancelled: ReadonlySet<string>) => void;
};

/** What stays unless it is ticked. */
function ComingBookings({ bookings, cancelled, onChange }: ComingBookingsProps) {
  const { people: texts } = useTexts(managePeopleTexts);
  const isAll = cancelled.size === bookings.length;
  const all = () => onChange(new Set(isAll ? [] : bookings.map(({ id }) => id)));
  function toggle(id: string) {
    const next = new Set(cancelled);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  }
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 font-medium">{texts.coming(bookings.length)}</legend>
      <p className="mb-2 text-sm text-second">{texts.comingHint}</p>
      {bookings.length > 1 && (
        <Checkbox
          label={texts.cancelAll}
          isSelected={isAll}
          isIndeterminate={cancelled.size > 0 && !isAll}
          onChange={all}
          className="mb-1 border-b pb-1"
        />
      )}
      {bookings.map((booking) => (
        <ComingBooking
          key={booking.id}
          booking={booking}
          isCancelled={cancelled.has(booking.id)}
          onToggle={() => toggle(booking.id)}
        />
      ))}
    </fieldset>
  );
}

type ComingBookingProps = { booking: BookingView; isCancelled: boolean; onToggle: () => void };

function ComingBooking({ booking, isCancelled, onToggle }: ComingBookingProps) {
  const { people: texts } = useTexts(managePeopleTexts);
  const name = useBookingName(booking);
  const label = texts.comingBooking(name, booking.locationName, booking.title);
  return <Checkbox label={label} isSelected={isCancelled} onChange={onToggle} />;
}
