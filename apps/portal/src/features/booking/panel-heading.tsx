import type { LocationView, ResourceView } from "@working-social/booking/schema";
import type { Format } from "../../lib/format.ts";
import { placeTime } from "../../lib/place-time.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingTexts } from "./booking-texts.ts";

interface PanelHeadingProps {
  resource: ResourceView;
  location: LocationView;
  slot: { startsAt: string; endsAt: string };
  format: Format;
  isHeadingHidden?: boolean | undefined;
}

/** What, when, where. */
export function PanelHeading({ resource, location, slot, format, isHeadingHidden }: PanelHeadingProps) {
  const texts = useTexts(bookingTexts);
  const place = [location.name, resource.floor].filter(Boolean).join(", ");
  const facts = [place, texts.forPeople(resource.capacity), ...resource.features].join(" · ");
  return (
    <div>
      {!isHeadingHidden && <h2 className="text-xl font-semibold tracking-tight">{resource.name}</h2>}
      <p className="figures mt-1">
        {format.day(slot.startsAt)}, {format.span(slot.startsAt, slot.endsAt)}{" "}
        {placeTime(location.timeZone, slot.startsAt)}
      </p>
      <p className="text-sm text-second">{facts}</p>
    </div>
  );
}
