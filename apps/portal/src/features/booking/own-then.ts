import { useQuery } from "@tanstack/react-query";
import type { BookingView } from "@working-social/booking/schema";
import { overlaps } from "@working-social/kernel";
import { trpc } from "../../lib/trpc.ts";

export interface OwnThen {
  /** One's own booking of this very room at that time: made in another tab, or by the desk. */
  here: BookingView | null;
  /** Of another room at the same time. */
  elsewhere: BookingView | null;
}

const alive = ["held", "pending_approval", "confirmed"];

/** What one has booked already when a slot is chosen. */
export function ownThen(
  mine: readonly BookingView[],
  { resourceId, startsAt, endsAt }: { resourceId: string; startsAt: string; endsAt: string },
): OwnThen {
  const spanOf = (one: { startsAt: string; endsAt: string }) => ({
    start: Date.parse(one.startsAt),
    end: Date.parse(one.endsAt),
  });
  const then = mine.filter((one) => alive.includes(one.status) && overlaps(spanOf(one), spanOf({ startsAt, endsAt })));
  return {
    here: then.find((one) => one.resourceId === resourceId) ?? null,
    elsewhere: then.find((one) => one.resourceId !== resourceId) ?? null,
  };
}

/** For somebody else nothing of one's own matters. */
export function useOwnThen(wish: {
  resourceId: string;
  startsAt: string;
  endsAt: string;
  forPersonId: string | null;
}): OwnThen {
  const isForMe = wish.forPersonId === null;
  const { data } = useQuery(trpc.bookings.mine.queryOptions({ scope: "upcoming", cursor: null }, { enabled: isForMe }));
  return ownThen(isForMe ? (data?.bookings ?? []) : [], wish);
}
