import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import { Page, Section } from "@working-social/ui";
import { ArrowLeft } from "lucide-react";
import { ForWhom, useForWhom, useOwnerOf } from "../../lib/for-whom.ts";
import { formatIn } from "../../lib/format.ts";
import { useNow } from "../../lib/now.ts";
import { useTitle } from "../../lib/title.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";
import { policyWords } from "../booking/policy-words.ts";
import { QuoteLines } from "../booking/quote-lines.tsx";
import { BookingActions } from "./booking-actions.tsx";
import { BookingFacts } from "./booking-facts.tsx";
import { BookingHistory } from "./booking-history.tsx";
import { HowPaid } from "./how-paid.tsx";
import { StateNotice } from "./state-notice.tsx";
import { StatusBadge } from "./status-badge.tsx";

/** One booking: what, when, where, what it costs and why, what one can still do, and what happened to it. */
export function BookingPage({ bookingId }: { bookingId: string }) {
  const texts = useTexts(bookingsTexts);
  const { data: booking } = useSuspenseQuery(trpc.bookings.get.queryOptions({ bookingId }));
  const name = booking.title || booking.resourceName;
  useTitle(name);
  const whose = useOwnerOf(booking);
  const day = formatIn(booking.timeZone).date(booking.startsAt);
  return (
    <ForWhom value={whose}>
      <Page width="narrow">
        <header className="flex flex-col gap-1">
          <Link
            {...(whose === null ? { to: "/bookings" } : { to: "/manage/bookings", search: { day } })}
            className="mb-1 inline-flex min-h-8 items-center gap-1.5 self-start text-sm font-medium text-second hover:text-ink"
          >
            <ArrowLeft aria-hidden="true" className="size-4" />
            {whose === null ? texts.back : texts.backToBoard}
          </Link>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-2xl font-semibold tracking-[-0.02em] wrap-anywhere sm:text-3xl">{name}</h1>
            <StatusBadge booking={booking} />
          </div>
        </header>
        <StateNotice booking={booking} />
        <BookingFacts booking={booking} />
        <BookingActions booking={booking} />
        <Price booking={booking} />
        <BookingHistory booking={booking} />
      </Page>
    </ForWhom>
  );
}

function Price({ booking }: { booking: BookingView }) {
  const texts = useTexts(bookingsTexts);
  const format = formatIn(booking.timeZone);
  const now = useNow();
  const whose = useForWhom();
  const { quote } = booking;
  if (quote === null) return <p className="text-second">{texts.noPrice}</p>;
  const isOpen = Date.parse(booking.startsAt) > now && (booking.status === "confirmed" || booking.status === "held");
  return (
    <Section title={texts.price}>
      <div className="rounded-lg border bg-surface p-5">
        <QuoteLines quote={quote} isAgreed />
      </div>
      <HowPaid booking={booking} />
      {isOpen && <p className="text-sm text-second">{policyWords(quote, booking.startsAt, now, format, whose)}</p>}
    </Section>
  );
}
