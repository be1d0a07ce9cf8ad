import { useQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { formatIn } from "../../lib/format.ts";
import { useLocations } from "../../lib/location.ts";
import { useNow } from "../../lib/now.ts";
import { trpc } from "../../lib/trpc.ts";

/** Whether the only location has nothing to book yet: "everything is taken" would be a riddle to a new owner. */
export function useIsEmptySpace(location: LocationView): boolean {
  const { locations } = useLocations();
  const date = formatIn(location.timeZone).date(useNow());
  const { data: day } = useQuery(trpc.availability.day.queryOptions({ locationId: location.id, date }));
  return locations.length === 1 && day?.resources.length === 0;
}
