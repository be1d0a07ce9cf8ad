import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { BookingView, LocationView } from "@working-social/booking/schema";
import { buttonClass } from "@working-social/ui";
import { formatIn } from "../../../lib/format.ts";
import { useLocations } from "../../../lib/location.ts";
import { useMe } from "../../../lib/me.ts";
import { useNow } from "../../../lib/now.ts";
import { placeTime } from "../../../lib/place-time.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../../bookings/manage/manage-bookings-texts.ts";
import { todayTexts } from "./today-texts.ts";
import { bookingPages } from "../../bookings/manage/board/booking-pages.ts";
import { ManagePage } from "../../manage/frame/manage-page.tsx";
import { LocationSelect } from "../../manage/frame/location-select.tsx";
import { PrintsToLookAt } from "../../print/manage/printing/prints-to-look-at.tsx";
import { BackupNote } from "./backup-note.tsx";
import { UndeliveredNote } from "./undelivered-note.tsx";
import { NowTable } from "./now-table.tsx";
import { PendingList } from "./pending-list.tsx";
import { HoldList } from "./hold-list.tsx";
import { SetUpList } from "../../manage/set-up/set-up-list.tsx";
import { pendingFilter, todayFilter } from "./today-filters.ts";

/** What the front desk needs to know now; for a new space, what is left to set up. */
export function TodayPage() {
  const { location } = useLocations();
  const { permissions } = useMe();
  const maySetUp = permissions.manageSpace && permissions.managePeople;
  if (!location) return <ManagePage section="today">{maySetUp && <SetUpList location={null} />}</ManagePage>;
  return <TodayAt key={location.id} location={location} maySetUp={maySetUp} />;
}

function TodayAt({ location, maySetUp }: { location: LocationView; maySetUp: boolean }) {
  const texts = useTexts(todayTexts);
  const { board } = useTexts(manageBookingsTexts);
  const now = useNow();
  const format = formatIn(location.timeZone);
  const { permissions } = useMe();
  const zone = placeTime(location.timeZone, now);
  const actions = (
    <>
      {zone && <span className="text-sm text-second">{zone}</span>}
      <LocationSelect />
      {permissions.manageBookings && (
        <Link to="/manage/bookings" search={{ book: true }} className={buttonClass({ variant: "primary" })}>
          {board.bookFor}
        </Link>
      )}
    </>
  );
  return (
    <ManagePage section="today" subtitle={texts.subtitle(format.day(now), location.name)} actions={actions}>
      {maySetUp && <SetUpList location={location} />}
      {permissions.manageBookings && <UndeliveredNote format={format} />}
      {permissions.manageBookings && <Desk location={location} />}
      {permissions.manageSpace && <BackupNote format={format} />}
    </ManagePage>
  );
}

function Desk({ location }: { location: LocationView }) {
  const now = useNow();
  const date = formatIn(location.timeZone).date(now);
  const { data: day } = useSuspenseQuery(trpc.availability.day.queryOptions({ locationId: location.id, date }));
  const { data: todays } = useSuspenseInfiniteQuery(bookingPages(todayFilter(location, date)));
  const { data: waiting } = useSuspenseInfiniteQuery(bookingPages(pendingFilter(location, date)));
  const bookings: BookingView[] = todays.pages.flatMap((page) => page.bookings);
  const pending = waiting.pages.flatMap((page) => page.bookings).reverse();
  const holds = bookings.filter(
    ({ status, holdExpiresAt }) => status === "held" && holdExpiresAt !== null && Date.parse(holdExpiresAt) > now,
  );
  return (
    <>
      <PrintsToLookAt />
      <PendingList bookings={pending} />
      {holds.length > 0 && <HoldList bookings={holds} />}
      {day.resources.length > 0 && <NowTable day={day} bookings={bookings} />}
    </>
  );
}
