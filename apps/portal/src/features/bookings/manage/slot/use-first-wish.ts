import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { toLocal } from "@working-social/kernel";
import { useState } from "react";
import { useNow } from "../../../../lib/now.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { timesOf } from "../../wished-slot.ts";
import { nextStart } from "../../../day/next-start.ts";
import { firstFree, firstFreeOf, firstTimes } from "./first-slot.ts";
import type { SlotWish } from "./slot-picker.tsx";

/**
 * A room and a time to change from there: the first that is free once the place is open; of one that is wanted, from now on. The
 * form keeps what it began with.
 */
export function useFirstWish(location: LocationView, wantedId: string | null = null) {
  const { id: locationId, timeZone: zone } = location;
  const [now] = useState(useNow());
  const dayOf = (at: number) => trpc.availability.day.queryOptions({ locationId, date: toLocal(at, zone).date });
  const { data: today } = useSuspenseQuery(dayOf(now));
  const startsAt = nextStart(today, now)?.startsAt ?? null;
  const { data: day } = useSuspenseQuery(dayOf(startsAt ?? now));
  return useState<SlotWish>(() => {
    const wanted = wantedId && firstFreeOf(day, wantedId, now);
    const free = wanted
      ? { resourceId: wantedId, slot: wanted }
      : wantedId === null && startsAt !== null && firstFree(day, startsAt);
    if (free) return { resourceId: free.resourceId, times: timesOf(free.slot, zone) };
    return { resourceId: wantedId ?? day.resources[0]?.resource.id ?? null, times: firstTimes(startsAt ?? now, zone) };
  });
}
