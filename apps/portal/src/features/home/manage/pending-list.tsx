import { Link } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import { Badge, Button, CardList, Section } from "@working-social/ui";
import { useState } from "react";
import { formatPrice, formatIn } from "../../../lib/format.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../../bookings/manage/manage-bookings-texts.ts";
import { todayTexts } from "./today-texts.ts";
import { DeclineDialog } from "../../bookings/manage/board/reason-dialogs.tsx";
import { useApprove } from "../../bookings/manage/board/use-approve.ts";

/** What members asked for and nobody has answered, the soonest first. */
export function PendingList({ bookings }: { bookings: readonly BookingView[] }) {
  const texts = useTexts(todayTexts);
  const title = (
    <>
      {texts.pending} {bookings.length > 0 && <Badge tone="amber">{bookings.length}</Badge>}
    </>
  );
  return (
    <Section title={title}>
      {bookings.length === 0 ? (
        <p className="text-second">{texts.nonePending}</p>
      ) : (
        <CardList>
          {bookings.map((booking) => (
            <Pending key={booking.id} booking={booking} />
          ))}
        </CardList>
      )}
    </Section>
  );
}

function Pending({ booking }: { booking: BookingView }) {
  const texts = useTexts(todayTexts);
  const { actions } = useTexts(manageBookingsTexts);
  const format = formatIn(booking.timeZone);
  const approve = useApprove();
  const [isDeclining, setIsDeclining] = useState(false);
  const { personName, resourceName, startsAt, endsAt, title, quote } = booking;
  const price = quote && quote.totalMinor > 0 ? formatPrice(quote.totalMinor, quote.currency) : null;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <p>
          <Link
            to="/bookings/$bookingId"
            params={{ bookingId: booking.id }}
            className="font-semibold underline-offset-3 hover:underline"
          >
            {resourceName}
          </Link>
          <span className="figures text-second">
            {" · "}
            {format.shortDay(startsAt)}, {format.span(startsAt, endsAt)}
          </span>
        </p>
        <p className="text-sm break-words text-second">
          {[texts.asked(personName ?? texts.someone), title, price].filter(Boolean).join(" · ")}
        </p>
      </div>
      <div className="flex gap-2">
        <Button size="small" variant="primary" isPending={approve.isPending} onPress={() => approve.run(booking)}>
          {actions.approve}
        </Button>
        <Button size="small" onPress={() => setIsDeclining(true)}>
          {actions.decline}
        </Button>
      </div>
      {isDeclining && <DeclineDialog booking={booking} onClose={() => setIsDeclining(false)} />}
    </li>
  );
}
