import { createFileRoute } from "@tanstack/react-router";
import { systemClock, toLocal } from "@working-social/kernel";
import { bookingPages } from "../../../features/bookings/manage/board/booking-pages.ts";
import { pendingFilter, todayFilter } from "../../../features/home/manage/today-filters.ts";
import { TodayPage } from "../../../features/home/manage/today-page.tsx";
import { loadLocation } from "../../../lib/location.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/")({
  loader: async ({ context: { queryClient } }) => {
    const location = await loadLocation();
    const me = await queryClient.ensureQueryData(trpc.session.me.queryOptions());
    if (!location || !me.permissions.manageBookings) return;
    const { date } = toLocal(systemClock.now(), location.timeZone);
    await Promise.all([
      queryClient.ensureQueryData(trpc.availability.day.queryOptions({ locationId: location.id, date })),
      queryClient.ensureInfiniteQueryData(bookingPages(todayFilter(location, date))),
      queryClient.ensureInfiniteQueryData(bookingPages(pendingFilter(location, date))),
    ]);
  },
  component: TodayPage,
});
