import type { EpochMs } from "@working-social/kernel";
import type { BookingRow } from "../queries/booking-row.ts";

/** A request whose time has begun is over, whether or not the job has come by to say so: nobody waits for an answer then. */
export function isRequestOver(row: Pick<BookingRow, "status" | "startsAt">, now: EpochMs): boolean {
  return row.status === "pending_approval" && row.startsAt <= now;
}

/** A request that ended since nobody answered it in time, as against a hold that nobody confirmed. */
export function isUnanswered(row: Pick<BookingRow, "status" | "requestedAt">): boolean {
  return row.status === "expired" && row.requestedAt !== null;
}
