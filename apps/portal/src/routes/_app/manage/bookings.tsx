import { createFileRoute } from "@tanstack/react-router";
import { systemClock, toLocal } from "@working-social/kernel";
import { BoardPage } from "../../../features/bookings/manage/board/board-page.tsx";
import { boardRange } from "../../../features/bookings/manage/board/board-range.ts";
import { readBoardSearch, type BoardSearch } from "../../../features/bookings/manage/board/board-search.ts";
import { bookingPages } from "../../../features/bookings/manage/board/booking-pages.ts";
import { loadLocation } from "../../../lib/location.ts";
import { trpc } from "../../../lib/trpc.ts";

export const Route = createFileRoute("/_app/manage/bookings")({
  validateSearch: readBoardSearch,
  loaderDeps: ({ search: { day, span, status, who } }) => ({ day, span, status, who }),
  loader: async ({ context: { queryClient }, deps: { day, span, status, who } }) => {
    const location = await loadLocation();
    if (!location) return;
    const range = boardRange(
      day ?? toLocal(systemClock.now(), location.timeZone).date,
      span ?? "day",
      location.timeZone,
    );
    await Promise.all([
      queryClient.ensureInfiniteQueryData(
        bookingPages({ locationId: location.id, ...range, status: status ?? null, who: who ?? "" }),
      ),
      queryClient.ensureQueryData(trpc.resources.list.queryOptions({ locationId: location.id })),
    ]);
  },
  component: Bookings,
});

function Bookings() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  // The form lies over the board: Back closes it, and never opens it again. Nor does it undo a search letter by letter.
  const onSearch = (next: BoardSearch) =>
    void navigate({
      search: next,
      resetScroll: false,
      ...(next.book ? { state: { isOver: true } } : { replace: search.book === true || search.who !== next.who }),
    });
  return <BoardPage {...{ search, onSearch }} />;
}
