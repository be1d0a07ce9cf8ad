import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import { formatPrice } from "../../lib/format.ts";
import { useMe } from "../../lib/me.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";

/**
 * What became of the money: credits that came later may have paid some of it, and the rest is an open charge. Only of one's own
 * booking, and only while its charge is among the latest ones: older ones are on invoices.
 */
export function HowPaid({ booking }: { booking: BookingView }) {
  const texts = useTexts(bookingsTexts);
  const { person } = useMe();
  const isMine = booking.personId === person.id;
  const { data } = useQuery(
    trpc.credits.charges.queryOptions({ personId: null, status: "all", cursor: null }, { enabled: isMine }),
  );
  const charge = data?.charges.find(({ cause }) => cause.type === "booking" && cause.id === booking.id);
  if (!charge) return null;
  const { openMinor, paidMinor, currency } = charge;
  const parts = [
    ...(paidMinor > 0 ? [texts.paidByCredits(formatPrice(paidMinor, currency))] : []),
    ...(openMinor > 0 ? [texts.paidOpen(formatPrice(openMinor, currency))] : []),
  ];
  if (parts.length === 0) return null;
  return (
    <p className="figures text-sm text-second">
      {parts.join(" ")}{" "}
      <Link to="/credits" className="font-semibold text-accent hover:underline">
        {texts.openCharges}
      </Link>
    </p>
  );
}
