import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { DayResource, LocationView, TimelineBooking } from "@working-social/booking/schema";
import type { EpochMs } from "@working-social/kernel";
import { Card, classNames, Section } from "@working-social/ui";
import { formatIn, type Format } from "../../lib/format.ts";
import { useNow } from "../../lib/now.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { besideHomeTexts } from "./beside-home-texts.ts";
import { homeTexts } from "./home-texts.ts";
import { firstDate } from "../day/default-time.ts";
import { shortTime } from "../day/place.ts";
import { hourMarks, openHours, placeIn, type Axis } from "./strip-axis.ts";
import { WholeLine } from "../day/whole-line.tsx";

const shownCount = 6;

/** The day of the location at a glance: who has what when, and where my own bookings lie. The whole of it is on Book. */
export function TodayStrip({ location }: { location: LocationView }) {
  const [texts, home] = [useTexts(besideHomeTexts), useTexts(homeTexts)];
  const format = formatIn(location.timeZone);
  const now = useNow();
  const dayOf = (date: string) => trpc.availability.day.queryOptions({ locationId: location.id, date });
  const { data: today } = useSuspenseQuery(dayOf(format.date(now)));
  // When today is over or closed, what people can still plan for is the next open day.
  const { data: day } = useSuspenseQuery(dayOf(firstDate(today, now)));
  const rows = day.resources.filter(({ resource }) => resource.units.length === 1).slice(0, shownCount);
  const axis = openHours(rows);
  const all = (
    <Link to="/book" className="text-sm font-semibold text-accent hover:underline">
      {home.moreFree}
    </Link>
  );
  const title =
    day.date === today.date ? texts.today(location.name) : texts.dayAt(format.shortDay(day.startsAt), location.name);
  return (
    <Section title={title} action={all}>
      <Card>
        {axis === null ? (
          <p className="text-second">{texts.closedToday}</p>
        ) : (
          <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 sm:grid-cols-[7rem_minmax(0,1fr)]">
            <Hours axis={axis} format={format} />
            <ul className="relative col-span-2 grid grid-cols-subgrid">
              <Grid axis={axis} />
              {rows.map((row) => (
                <Row key={row.resource.id} row={row} axis={axis} format={format} />
              ))}
              <NowLine axis={axis} now={now} />
            </ul>
          </div>
        )}
      </Card>
    </Section>
  );
}

function Hours({ axis, format }: { axis: Axis; format: Format }) {
  return (
    <div aria-hidden="true" className="time-axis relative col-start-2 h-5 text-xs text-second">
      {hourMarks(axis)
        .map((at) => ({ at, text: shortTime(format.time(at)) }))
        .map(({ at, text }) => (
          <span
            key={at}
            style={placeIn(axis, at, at)}
            className={classNames(
              "figures absolute -translate-x-1/2 whitespace-nowrap",
              // A phone has room for each 8, and for every other 8 AM.
              text.length > 2 && "max-sm:even:hidden",
            )}
          >
            {text}
          </span>
        ))}
    </div>
  );
}

/** Hairlines behind the rows, at the hours that are named. */
function Grid({ axis }: { axis: Axis }) {
  return (
    <li
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 end-0 start-[calc(5.5rem+0.75rem)] sm:start-[calc(7rem+0.75rem)]"
    >
      <span className="time-axis absolute inset-0">
        {hourMarks(axis).map((at) => (
          <span key={at} style={placeIn(axis, at, at)} className="absolute inset-y-0 border-s" />
        ))}
      </span>
    </li>
  );
}

function Row({ row, axis, format }: { row: DayResource; axis: Axis; format: Format }) {
  const texts = useTexts(besideHomeTexts);
  const mine = row.bookings.filter(({ isMine }) => isMine).map(({ startsAt, endsAt }) => format.span(startsAt, endsAt));
  return (
    <li className="col-span-2 grid h-7.5 grid-cols-subgrid items-center">
      <span aria-hidden="true" className="truncate text-sm">
        {row.resource.name}
      </span>
      <span className="sr-only">{texts.strip(row.resource.name, row.bookings.length, mine)}</span>
      <span aria-hidden="true" className="time-axis relative h-5.5 overflow-hidden">
        {row.bookings.map((booking) => (
          <Block key={booking.id} booking={booking} axis={axis} />
        ))}
      </span>
    </li>
  );
}

function Block({ booking, axis }: { booking: TimelineBooking; axis: Axis }) {
  const texts = useTexts(besideHomeTexts);
  return (
    <span
      style={placeIn(axis, Date.parse(booking.startsAt), Date.parse(booking.endsAt))}
      className={classNames(
        "absolute inset-y-0 grid content-center rounded-sm px-1.5 text-2xs font-semibold",
        booking.isMine ? "bg-accent text-on-accent" : "border bg-sunk",
        booking.isMine &&
          booking.status !== "confirmed" &&
          "border border-dashed border-accent bg-accent-weak! text-accent-on-weak!",
      )}
    >
      {booking.isMine && <WholeLine>{texts.you}</WholeLine>}
    </span>
  );
}

function NowLine({ axis, now }: { axis: Axis; now: EpochMs }) {
  if (now < axis.start || now > axis.end) return null;
  return (
    <li
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 end-0 start-[calc(5.5rem+0.75rem)] sm:start-[calc(7rem+0.75rem)]"
    >
      <span className="time-axis absolute inset-0">
        <span style={placeIn(axis, now, now)} className="absolute -top-1 bottom-0 border-s-2 border-red">
          <span className="absolute -top-1 -start-1 size-1.5 rounded-full bg-red" />
        </span>
      </span>
    </li>
  );
}
