import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { formatInstant } from "@working-social/kernel";

/** For tests: what a calendar program understands of an event. */
export interface ReadEvent {
  startsAt: string;
  endsAt: string;
  summary: string;
  location: string;
  description: string | null;
  status: string;
  sequence: number;
}

/** By `ical.js`, with the VTIMEZONEs of the text itself and no other knowledge of zones; by booking id. */
export function readByIcalJs(text: string): Record<string, ReadEvent> {
  const calendar = ICAL.Component.fromString(text);
  const zones = new Map(
    calendar
      .getAllSubcomponents("vtimezone")
      .map((zone) => [zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone)]),
  );
  const instant = (event: ICAL.Component, name: string) => {
    const property = event.getFirstProperty(name);
    const value = property?.getFirstValue();
    const tzid = property?.getFirstParameter("tzid");
    const zone = tzid === undefined ? ICAL.Timezone.utcTimezone : zones.get(tzid);
    if (!zone || !(value instanceof ICAL.Time))
      throw new Error(`${name} can't be read: ${property?.toICALString() ?? "missing"}`);
    const { year, month, day, hour, minute, second } = value;
    return formatInstant(
      new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, zone).toUnixTime() * 1000,
    );
  };
  return Object.fromEntries(
    calendar.getAllSubcomponents("vevent").map((event) => {
      const valueOf = (name: string) => event.getFirstPropertyValue(name)?.toString() ?? null;
      return [
        bookingId(valueOf("uid")),
        {
          startsAt: instant(event, "dtstart"),
          endsAt: instant(event, "dtend"),
          summary: valueOf("summary") ?? "",
          location: valueOf("location") ?? "",
          description: valueOf("description"),
          status: valueOf("status") ?? "",
          sequence: Number(valueOf("sequence")),
        },
      ];
    }),
  );
}

function bookingId(uid: string | null): string {
  return uid?.replace("@working-social", "") ?? "";
}

/** By `node-ical`, which trusts its own zone data; by booking id. */
export function readByNodeIcal(text: string): Record<string, ReadEvent> {
  return Object.fromEntries(
    Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
      if (event?.type !== "VEVENT") return [];
      return [
        [
          bookingId(event.uid),
          {
            startsAt: formatInstant(event.start.getTime()),
            endsAt: formatInstant(event.end?.getTime() ?? Number.NaN),
            summary: String(event.summary),
            location: String(event.location),
            description: (event.description as string | undefined) ?? null,
            status: String(event.status),
            sequence: Number(event.sequence),
          },
        ],
      ];
    }),
  );
}
