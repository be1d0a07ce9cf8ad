import { getRouteApi } from "@tanstack/react-router";
import { systemClock, toLocal } from "@working-social/kernel";
import { useLocations } from "../../../lib/location.ts";
import { BookPage } from "./book-page.tsx";
import { NoLocation } from "./day-notices.tsx";
import type { SetSearch } from "../use-book-page.ts";

const route = getRouteApi("/_app/book");

/** The page as its link says it. */
export function BookRoute() {
  const search = route.useSearch();
  const { firstDate } = route.useLoaderData();
  const navigate = route.useNavigate();
  const current = useLocations();
  const location = current.locations.find(({ id }) => id === search.location) ?? current.location;
  if (!location) return <NoLocation />;
  const onSearch: SetSearch = (patch, { replace = false, isOver = false } = {}) =>
    void navigate({
      search: (before) => ({ ...before, ...patch }),
      replace,
      resetScroll: false,
      // In place of an entry, one is as far over the page as before.
      state: replace ? true : isOver ? { isOver } : {},
    });
  const date = firstDate ?? toLocal(systemClock.now(), location.timeZone).date;
  return <BookPage {...{ search, location, onSearch }} locations={current.locations} firstDate={date} />;
}
