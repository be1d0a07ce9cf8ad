import { createFileRoute } from "@tanstack/react-router";
import { systemClock, toLocal } from "@working-social/kernel";
import { BookPending } from "../../features/day/search/book-pending.tsx";
import { BookRoute } from "../../features/day/search/book-route.tsx";
import { readBookSearch } from "../../features/day/book-search.ts";
import { firstDate } from "../../features/day/default-time.ts";
import { loadLocation } from "../../lib/location.ts";
import { trpc } from "../../lib/trpc.ts";

export const Route = createFileRoute("/_app/book")({
  validateSearch: readBookSearch,
  loader: async ({ context: { queryClient }, location: { search } }) => {
    const { location: wanted, date } = readBookSearch(search);
    const location = await loadLocation(wanted ?? null);
    if (!location) return { firstDate: null };
    const day = (on: string) =>
      queryClient.ensureQueryData(trpc.availability.day.queryOptions({ locationId: location.id, date: on }));
    const now = systemClock.now();
    const shown = await day(date ?? toLocal(now, location.timeZone).date);
    const first = date ?? firstDate(shown, now);
    await day(first);
    return { firstDate: first };
  },
  pendingComponent: BookPending,
  component: BookRoute,
});
