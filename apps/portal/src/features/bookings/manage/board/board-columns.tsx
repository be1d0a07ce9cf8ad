import { Link } from "@tanstack/react-router";
import type { BookingStatus, BookingView, LocationView } from "@working-social/booking/schema";
import { Badge, type TableColumn } from "@working-social/ui";
import { formatPrice, formatIn, type Format } from "../../../../lib/format.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { BookingMenu } from "./booking-menu.tsx";

/** Those that keep a place. */
const activeStatuses: readonly BookingStatus[] = ["held", "pending_approval", "confirmed"];

/** The columns of the board; `hasDays`: where rows are of several days. */
export function useBoardColumns(location: LocationView, hasDays: boolean): TableColumn<BookingView>[] {
  const { board: texts } = useTexts(manageBookingsTexts);
  const format = formatIn(location.timeZone);
  return [
    { id: "when", header: texts.when, cell: (booking) => <When booking={booking} hasDay={hasDays} format={format} /> },
    { id: "what", header: texts.what, isRowHeader: true, cell: (booking) => <What booking={booking} /> },
    { id: "who", header: texts.who, isSecondary: true, cell: (booking) => <Who booking={booking} /> },
    { id: "state", header: texts.state, isSecondary: true, cell: (booking) => <State booking={booking} /> },
    {
      id: "price",
      header: texts.price,
      align: "figures",
      isSecondary: true,
      cell: (booking) => priceOf(booking, texts.noPrice),
    },
    {
      id: "actions",
      header: texts.actions,
      isHeaderHidden: true,
      align: "figures",
      cell: (booking) => <BookingMenu booking={booking} />,
    },
  ];
}

function When({ booking, hasDay, format }: { booking: BookingView; hasDay: boolean; format: Format }) {
  return (
    <span className="figures flex flex-col whitespace-nowrap">
      {hasDay && <span className="text-sm text-second">{format.shortDay(booking.startsAt)}</span>}
      {format.span(booking.startsAt, booking.endsAt)}
      <span className="sm:hidden">
        <StatusBadge booking={booking} />
      </span>
    </span>
  );
}

function What({ booking }: { booking: BookingView }) {
  const { board: texts } = useTexts(manageBookingsTexts);
  const { unitNames, resourceName } = booking;
  const unit = unitNames?.[0];
  return (
    <span className="flex flex-col">
      <Link
        to="/bookings/$bookingId"
        params={{ bookingId: booking.id }}
        className="inline-flex items-center underline-offset-3 hover:underline touch:min-h-11"
      >
        {resourceName}
      </Link>
      {unitNames === null && activeStatuses.includes(booking.status) && (
        <span className="text-sm font-normal text-second">{texts.noUnit}</span>
      )}
      {unit && unit !== resourceName && <span className="text-sm font-normal text-second">{unit}</span>}
      <span className="text-sm font-normal text-second sm:hidden">{booking.personName ?? texts.nobody}</span>
    </span>
  );
}

function Who({ booking }: { booking: BookingView }) {
  const { board: texts } = useTexts(manageBookingsTexts);
  return (
    <span className="flex min-w-28 flex-col">
      {booking.personName ?? texts.nobody}
      {booking.title && <span className="line-clamp-1 text-sm break-all text-second">{booking.title}</span>}
    </span>
  );
}

function State({ booking }: { booking: BookingView }) {
  const { board: texts } = useTexts(manageBookingsTexts);
  return booking.status === "confirmed" ? <Badge>{texts.booked}</Badge> : <StatusBadge booking={booking} />;
}

function priceOf({ quote }: BookingView, none: string): string {
  return quote ? formatPrice(quote.totalMinor, quote.currency) : none;
}
