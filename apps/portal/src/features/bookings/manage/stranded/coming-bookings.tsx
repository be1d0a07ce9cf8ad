import type { BookingView } from "@working-social/booking/schema";
import { Checkbox } from "@working-social/ui";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageStrandedTexts } from "./stranded-texts.ts";
import { useBookingName } from "../board/use-booking-name.ts";

type ComingBookingsProps = {
  bookings: BookingView[];
  cancelled: ReadonlySet<string>;
  onChange: (cancelled: ReadonlySet<string>) => void;
  /** Of several people: each says whose it is. */
  isOfSeveral?: boolean;
};

/** What stays unless it is ticked. */
export function ComingBookings({ bookings, cancelled, onChange, isOfSeveral = false }: ComingBookingsProps) {
  const texts = useTexts(manageStrandedTexts);
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
          whose={isOfSeveral ? booking.personName : null}
          isCancelled={cancelled.has(booking.id)}
          onToggle={() => toggle(booking.id)}
        />
      ))}
    </fieldset>
  );
}

type ComingBookingProps = { booking: BookingView; whose: string | null; isCancelled: boolean; onToggle: () => void };

function ComingBooking({ booking, whose, isCancelled, onToggle }: ComingBookingProps) {
  const texts = useTexts(manageStrandedTexts);
  const name = useBookingName(booking);
  const label = texts.comingBooking(name, whose ?? booking.locationName, booking.title);
  return <Checkbox label={label} isSelected={isCancelled} onChange={onToggle} />;
}
