import type { BookingView } from "@working-social/booking/schema";
import { parseInstant } from "@working-social/kernel";
import { DescriptionList, type DescriptionListItem } from "@working-social/ui";
import { cityOf } from "../../lib/city.ts";
import { formatMinutes, minutesBetween, formatIn } from "../../lib/format.ts";
import { useOwnerOf } from "../../lib/for-whom.ts";
import { useMe } from "../../lib/me.ts";
import { offsetOf } from "../../lib/zones.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";

/** What, when, where, for whom. */
export function BookingFacts({ booking }: { booking: BookingView }) {
  const texts = useTexts(bookingsTexts);
  const format = formatIn(booking.timeZone);
  const { person } = useMe();
  const whose = useOwnerOf(booking);
  const length = formatMinutes(minutesBetween(booking.startsAt, booking.endsAt));
  const items: DescriptionListItem[] = [
    {
      id: "when",
      term: texts.when,
      detail: (
        <>
          <span className="figures block">
            {format.fullDay(booking.startsAt)}, {format.span(booking.startsAt, booking.endsAt)}
          </span>
          <span className="text-sm text-second">
            {length} ·{" "}
            {texts.zone(cityOf(booking.timeZone), offsetOf(booking.timeZone, parseInstant(booking.startsAt)))}
          </span>
        </>
      ),
    },
    {
      id: "where",
      term: texts.where,
      detail: [booking.resourceName, booking.floor, booking.locationName].filter(Boolean).join(", "),
    },
  ];
  const isActive = ["held", "pending_approval", "confirmed"].includes(booking.status);
  if (booking.unitNames === null && isActive)
    items.push({ id: "place", term: texts.place, detail: texts.placeOnArrival(whose) });
  else if (booking.unitNames && booking.unitNames.join() !== booking.resourceName)
    items.push({ id: "place", term: texts.place, detail: booking.unitNames.join(", ") });
  if (booking.personName && booking.personId !== person.id)
    items.push({ id: "person", term: texts.forWhom, detail: booking.personName });
  return <DescriptionList items={items} />;
}
