import { Link } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import { ChevronRight } from "lucide-react";
import { formatIn } from "../../lib/format.ts";
import { placeTime } from "../../lib/place-time.ts";
import { StatusBadge } from "./status-badge.tsx";

type BookingRowProps = {
  booking: BookingView;
  isDayShown?: boolean;
  /** Of what stands beside it: where a clock of theirs shows something else, this one says whose time it is. */
  otherZones?: readonly string[];
};

/** One booking in a list, the whole row a link to it. */
export function BookingRow({ booking, isDayShown = true, otherZones = [] }: BookingRowProps) {
  const format = formatIn(booking.timeZone);
  const zone = placeTime(booking.timeZone, booking.startsAt, otherZones);
  return (
    <Link
      to="/bookings/$bookingId"
      params={{ bookingId: booking.id }}
      className="group -mx-2 flex items-center gap-4 rounded-md px-2 py-0.5 hover:bg-sunk"
    >
      <span className="min-w-0 grow">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-semibold">{booking.resourceName}</span>
          {booking.title && <span className="min-w-0 truncate text-second">{booking.title}</span>}
          <StatusBadge booking={booking} />
        </span>
        <span className="figures block text-sm text-second">
          {isDayShown && `${format.shortDay(booking.startsAt)}, `}
          {format.span(booking.startsAt, booking.endsAt)}
          {zone && ` ${zone}`} · {booking.locationName}
        </span>
      </span>
      <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-third" />
    </Link>
  );
}
