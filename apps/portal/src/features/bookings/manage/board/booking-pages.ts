import type { BookingStatus } from "@working-social/booking/schema";
import { trpc, trpcClient } from "../../../../lib/trpc.ts";
import { pagesOf } from "../../../manage/list/pages.ts";

export interface BookingFilter {
  locationId: string;
  from: string;
  to: string;
  status: BookingStatus | null;
  /** Part of the name or address of whose they are. */
  who: string;
}

/** Bookings of a location that touch a span, the latest start first, page by page. */
export function bookingPages(filter: BookingFilter) {
  return pagesOf([...trpc.bookings.list.pathKey(), filter], (cursor) =>
    trpcClient.bookings.list.query({ ...filter, cursor }),
  );
}
