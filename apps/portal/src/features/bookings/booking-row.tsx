import { Link } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import { ChevronRight } from "lucide-react";
import { cityOf } from "../../lib/city.ts";
import { useFormat } from "../../lib/format.ts";
import { useTexts } from "../../texts/catalog.ts";
import { placeTimeTexts } from "../../texts/place-time.ts";
import { StatusBadge } from "./status-badge.tsx";

type BookingRowProps = {
  booking: BookingView;
  isDayShown?: boolean;
  /** Beside bookings of other zones: says whose time it is. */
  isZoneShown?: boolean;
};

/** One booking in a list, the whole row a link to it. */
export function BookingRow({ booking, isDayShown = true, isZoneShown = false }: BookingRowProps) {
  const texts = useTexts(placeTimeTexts);
  const format = useFormat(booking.timeZone);
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
          {isZoneShown && ` ${texts.ofZone(cityOf(booking.timeZone))}`} · {booking.locationName}
        </span>
      </span>
      <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-third" />
    </Link>
  );
}
