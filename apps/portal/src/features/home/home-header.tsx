import { Link } from "@tanstack/react-router";
import type { LocationView } from "@working-social/booking/schema";
import { Avatar, buttonClass, Menu, PageHeader } from "@working-social/ui";
import { ChevronDown } from "lucide-react";
import { formatIn, type Format } from "../../lib/format.ts";
import { chooseLocation, useLocations } from "../../lib/location.ts";
import { placeTime } from "../../lib/place-time.ts";
import { useMe } from "../../lib/me.ts";
import { useNow } from "../../lib/now.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { homeTexts, type HomeTexts } from "./home-texts.ts";

/** Greeting, day and place. */
export function HomeHeader({ location, otherZones }: { location: LocationView; otherZones: readonly string[] }) {
  const texts = useTexts(homeTexts);
  const format = formatIn(location.timeZone);
  const { person } = useMe();
  const now = useNow();
  const zone = placeTime(location.timeZone, now, otherZones);
  const firstName = person.name.split(/\s+/)[0] ?? person.name;
  return (
    <div className="flex items-start justify-between gap-4">
      <PageHeader
        title={greeting(texts, now, format)(firstName)}
        subtitle={
          <span className="flex flex-wrap items-center gap-x-1.5">
            {format.day(now)}
            <span aria-hidden="true">·</span>
            <LocationName location={location} />
            {zone && <span>{zone}</span>}
          </span>
        }
      />
      <Link to="/book" className={buttonClass({ variant: "primary", className: "max-sm:hidden" })}>
        {texts.bookSomething}
      </Link>
      <Link to="/account" aria-label={person.name} className="rounded-full sm:hidden">
        <Avatar name={person.name} />
      </Link>
    </div>
  );
}

/** By the clock on the location's wall, where the person most likely is. */
function greeting(texts: HomeTexts, now: number, format: Format): (name: string) => string {
  const hour = Number(
    new Intl.DateTimeFormat("en", { timeZone: format.zone, hour: "2-digit", hourCycle: "h23" }).format(now),
  );
  if (hour < 12 && hour >= 4) return texts.goodMorning;
  return hour < 18 && hour >= 4 ? texts.goodAfternoon : texts.goodEvening;
}

/** The name, and a menu behind it when there are several. */
function LocationName({ location }: { location: LocationView }) {
  const texts = useTexts(homeTexts);
  const { locations } = useLocations();
  if (locations.length < 2) return location.name;
  return (
    <Menu
      label={texts.changeLocation(location.name)}
      variant="quiet"
      size="small"
      placement="bottom start"
      className="-mx-1.5 px-1.5! text-base! font-medium"
      items={locations.map(({ id, name }) => ({ id, label: name, onSelect: () => chooseLocation(id) }))}
    >
      {location.name}
      <ChevronDown aria-hidden="true" className="size-3.5" />
    </Menu>
  );
}
