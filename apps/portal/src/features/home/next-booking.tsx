import { Link } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import { Badge, buttonClass, Card } from "@working-social/ui";
import { lazy, Suspense } from "react";
import { formatIn } from "../../lib/format.ts";
import { placeTime } from "../../lib/place-time.ts";
import { useNow } from "../../lib/now.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { homeTexts } from "./home-texts.ts";
import { countdownTo } from "./countdown.ts";

// Few come to a hold: the first page does without its code.
const Held = lazy(() => import("./held-badge.tsx").then((module) => ({ default: module.Held })));

/** The booking that comes next, how far away it is, and the way to change it. */
export function NextBooking({ booking, placeZone }: { booking: BookingView; placeZone: string }) {
  const texts = useTexts(homeTexts);
  const format = formatIn(booking.timeZone);
  const countdown = countdownTo(booking, useNow(), format, texts);
  const isHeld = booking.status === "held";
  const place = [booking.locationName, booking.floor, booking.unitNames?.join(", ")].filter(Boolean).join(" · ");
  return (
    <section aria-label={texts.next}>
      <Card className="flex items-stretch gap-5">
        <div
          aria-hidden="true"
          className="hidden w-20 shrink-0 flex-col items-center justify-center border-e pe-5 text-second sm:flex"
        >
          <span>{countdown.above}</span>
          <span
            className={
              countdown.figure.length > 3
                ? "figures text-xl font-semibold text-ink"
                : "figures text-3xl font-semibold text-ink"
            }
          >
            {countdown.figure}
          </span>
          <span>{countdown.below}</span>
        </div>
        <div className="min-w-0 grow">
          <p className="text-sm font-semibold text-accent sm:sr-only">{countdown.phrase}</p>
          <h2 className="text-lg font-semibold tracking-tight">{booking.resourceName}</h2>
          <p className="figures text-second">
            {format.span(booking.startsAt, booking.endsAt)} {placeTime(booking.timeZone, booking.startsAt, [placeZone])}
          </p>
          {place && <p className="text-second">{place}</p>}
          {booking.title && <p className="mt-1 truncate">{booking.title}</p>}
          <State booking={booking} />
        </div>
        <div className="flex shrink-0 flex-col justify-center">
          <Link
            to="/bookings/$bookingId"
            params={{ bookingId: booking.id }}
            className={buttonClass({ variant: isHeld ? "primary" : "secondary" })}
          >
            {isHeld ? texts.confirmHold : texts.change}
          </Link>
        </div>
      </Card>
    </section>
  );
}

function State({ booking }: { booking: BookingView }) {
  const texts = useTexts(homeTexts);
  if (booking.status === "pending_approval")
    return (
      <Badge tone="amber" className="mt-2">
        {texts.waiting}
      </Badge>
    );
  if (booking.status !== "held" || booking.holdExpiresAt === null) return null;
  return (
    <Suspense fallback={null}>
      <Held until={Date.parse(booking.holdExpiresAt)} />
    </Suspense>
  );
}
