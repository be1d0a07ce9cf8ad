import { expectDefined } from "@working-social/kernel";
import { Link } from "@tanstack/react-router";
import type { BookingView, DayResource, DayView, TimelineBooking } from "@working-social/booking/schema";
import { Badge, buttonClass, Section, Table, type TableColumn } from "@working-social/ui";
import { formatIn } from "../../../lib/format.ts";
import { useNow } from "../../../lib/now.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { todayTexts } from "./today-texts.ts";
import { nowAndNext, type NowAndNext } from "./now-and-next.ts";

interface NowRow extends NowAndNext {
  day: DayResource;
}

type NowTableProps = { day: DayView; bookings: readonly BookingView[] };

/** Each room as it is now, and what comes next. */
export function NowTable({ day, bookings }: NowTableProps) {
  const texts = useTexts(todayTexts);
  const now = useNow();
  const rows: NowRow[] = day.resources.map((resource) => ({ day: resource, ...nowAndNext(resource, now) }));
  const columns = useColumns(day.location.timeZone, bookings);
  const all = (
    <Link to="/manage/bookings" className="text-sm font-semibold text-accent hover:underline">
      {texts.seeAll}
    </Link>
  );
  return (
    <Section title={texts.resources} action={all}>
      <Table label={texts.table} columns={columns} rows={rows} rowKey={(row) => row.day.resource.id} />
    </Section>
  );
}

function useColumns(zone: string, bookings: readonly BookingView[]): TableColumn<NowRow>[] {
  const texts = useTexts(todayTexts);
  const format = formatIn(zone);
  const names = new Map(bookings.map(({ id, personName, title }) => [id, personName ?? title]));
  const who = (booking: TimelineBooking) => names.get(booking.id) || booking.title || texts.someone;
  return [
    { id: "resource", header: texts.resource, isRowHeader: true, cell: ({ day }) => day.resource.name },
    { id: "now", header: texts.now, cell: (row) => <Now row={row} zone={zone} who={who} /> },
    {
      id: "next",
      header: texts.next,
      // A phone has room for the button; until when something is free says when the next comes.
      isSecondary: true,
      cell: ({ next }) => (
        <span className="figures text-second">
          {next ? texts.nextAt(format.time(next.startsAt), who(next)) : texts.nothingMore}
        </span>
      ),
    },
    { id: "book", header: texts.book, isHeaderHidden: true, align: "figures", cell: (row) => <BookFree row={row} /> },
  ];
}

/** What is free can be booked for somebody from here. */
function BookFree({ row: { day, state, freeUnits } }: { row: NowRow }) {
  const texts = useTexts(todayTexts);
  if (state !== "free" && freeUnits === 0) return null;
  const { id, name } = day.resource;
  return (
    <Link
      to="/manage/bookings"
      search={{ book: true, room: id }}
      aria-label={texts.bookThing(name)}
      className={buttonClass({ size: "small" })}
    >
      {texts.book}
    </Link>
  );
}

function Now({ row, zone, who }: { row: NowRow; zone: string; who: (booking: TimelineBooking) => string }) {
  const texts = useTexts(todayTexts);
  const format = formatIn(zone);
  const { state, until, current, freeUnits, day } = row;
  const time = until ? format.time(until) : null;
  if (state === "closed") return <span className="text-second">{time ? texts.opensAt(time) : texts.closed}</span>;
  const all = day.resource.units.length;
  if (all > 1 && day.resource.allocation === "one_unit") {
    return <Badge tone={freeUnits > 0 ? "accent" : "neutral"}>{texts.unitsFree(freeUnits, all)}</Badge>;
  }
  if (state === "free") return <Badge tone="accent">{time ? texts.freeUntil(time) : texts.free}</Badge>;
  return (
    <span className="figures">
      {texts.busyUntil(current ? who(current) : texts.someone, expectDefined(time, "A busy room has no end."))}
    </span>
  );
}
