import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import {
  Button,
  buttonClass,
  Callout,
  Card,
  CardList,
  EmptyState,
  Page,
  PageHeader,
  Section,
  SegmentedControl,
  VisuallyHidden,
} from "@working-social/ui";
import type { EpochMs } from "@working-social/kernel";
import { CalendarDays } from "lucide-react";
import { formatIn } from "../../lib/format.ts";
import { useIsConnected } from "../../lib/live.ts";
import { useLocations } from "../../lib/location.ts";
import { placeTime } from "../../lib/place-time.ts";
import { useTitle } from "../../lib/title.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";
import { BookingRow } from "./booking-row.tsx";
import { myBookingsOptions } from "./my-bookings-query.ts";

/** Upcoming or past bookings by day, more on demand. */
export function MyBookingsPage({ scope }: { scope: "upcoming" | "past" }) {
  const texts = useTexts(bookingsTexts);
  const navigate = useNavigate();
  const { data, dataUpdatedAt, isRefetchError, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useSuspenseInfiniteQuery(myBookingsOptions(scope));
  const bookings = data.pages.flatMap((page) => page.bookings);
  const zones = [...new Set(bookings.map(({ timeZone }) => timeZone))];
  useTitle(texts.title);
  return (
    <Page width="narrow">
      <PageHeader title={texts.title} subtitle={texts.subtitle} />
      <SegmentedControl
        label={texts.which}
        segments={[
          { id: "upcoming", label: texts.upcoming },
          { id: "past", label: texts.past },
        ]}
        value={scope}
        onChange={(id) =>
          void navigate({ to: "/bookings", search: id === "past" ? { scope: "past" } : {}, replace: true })
        }
        className="self-start"
      />
      <VisuallyHidden role="status">{texts.count(bookings.length)}</VisuallyHidden>
      <AsOf at={dataUpdatedAt} isLate={isRefetchError} />
      {bookings.length === 0 && <Nothing scope={scope} />}
      {zones.length > 1 && <p className="text-sm text-second">{texts.severalZones}</p>}
      {daysOf(bookings).map(({ day, bookings: ofDay }) => (
        <Section key={ofDay[0]?.id} title={day}>
          <CardList>
            {ofDay.map((booking) => (
              <li key={booking.id}>
                <BookingRow booking={booking} isDayShown={false} otherZones={zones} />
              </li>
            ))}
          </CardList>
        </Section>
      ))}
      {hasNextPage && (
        <Button className="self-center" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {texts.more}
        </Button>
      )}
    </Page>
  );
}

/** Without a connection: how old is what is shown. */
function AsOf({ at, isLate }: { at: EpochMs; isLate: boolean }) {
  const texts = useTexts(bookingsTexts);
  const isConnected = useIsConnected();
  const { location } = useLocations();
  const zone = location?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const format = formatIn(zone);
  if (isConnected && !isLate) return null;
  const when = [format.dayTime(at), placeTime(zone, at)].filter(Boolean).join(" ");
  return <Callout tone="amber">{texts.asOf(when)}</Callout>;
}

/** Grouped by the day on the wall of each booking's own location, in the order given. */
function daysOf(bookings: readonly BookingView[]): { day: string; bookings: BookingView[] }[] {
  const days: { key: string; day: string; bookings: BookingView[] }[] = [];
  for (const booking of bookings) {
    const format = formatIn(booking.timeZone);
    const key = format.date(booking.startsAt);
    const last = days.at(-1);
    if (last?.key === key) last.bookings.push(booking);
    else days.push({ key, day: format.fullDay(booking.startsAt), bookings: [booking] });
  }
  return days;
}

function Nothing({ scope }: { scope: "upcoming" | "past" }) {
  const texts = useTexts(bookingsTexts);
  const isPast = scope === "past";
  const action = (
    <Link to="/book" className={buttonClass({ variant: "primary" })}>
      {texts.book}
    </Link>
  );
  return (
    <Card padding="none">
      <EmptyState
        icon={<CalendarDays />}
        title={
          <span role="heading" aria-level={2}>
            {isPast ? texts.noPast : texts.noUpcoming}
          </span>
        }
        action={isPast ? undefined : action}
      >
        {isPast ? texts.noPastText : texts.noUpcomingText}
      </EmptyState>
    </Card>
  );
}
