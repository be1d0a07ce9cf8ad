import { createFileRoute } from "@tanstack/react-router";
import { BookingPage } from "../../../features/bookings/booking-page.tsx";
import { queryClient } from "../../../lib/query.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/bookings/$bookingId")({
  loader: ({ params: { bookingId } }) => queryClient.ensureQueryData(trpc.bookings.get.queryOptions({ bookingId })),
  component: Booking,
});

function Booking() {
  const { bookingId } = Route.useParams();
  return <BookingPage key={bookingId} bookingId={bookingId} />;
}
