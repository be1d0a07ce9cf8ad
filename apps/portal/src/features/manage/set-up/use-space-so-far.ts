import { useQueries } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { trpc } from "../../../lib/trpc.ts";
import type { SpaceSoFar } from "./set-up-steps.ts";

/**
 * What the space has, asked beside the page. While an answer is out its step counts as done, so that the list never
 * flashes up in a space that is ready.
 */
export function useSpaceSoFar(location: LocationView | null): SpaceSoFar {
  const locationId = location?.id ?? "";
  const here = { enabled: location !== null };
  const [hours, resources, rates, rules, people] = useQueries({
    queries: [
      trpc.locations.hours.queryOptions({ locationId, resourceId: null }, here),
      trpc.resources.list.queryOptions({ locationId }, here),
      trpc.rates.list.queryOptions({ locationId }, here),
      trpc.bookingRules.list.queryOptions(),
      trpc.people.list.queryOptions({ search: "", cursor: null }),
    ],
  });
  const unknown = location === null ? 0 : Number.POSITIVE_INFINITY;
  return {
    locations: location === null ? 0 : 1,
    openIntervals: hours.data?.weekly.length ?? unknown,
    resources: resources.data?.length ?? unknown,
    rates: rates.data?.length ?? unknown,
    rules: rules.data?.length ?? unknown,
    people: people.data?.people.length ?? Number.POSITIVE_INFINITY,
  };
}
