import type { Context, Sql } from "@working-social/db";
import type { BookingRow } from "./booking-row.ts";
import type { BookingView } from "./schema.ts";

/** What has just happened to a booking, for whoever is to be told. */
export interface BookingAct {
  kind: "booked" | "changed" | "cancelled" | "removed" | "approved" | "declined";
  /** As it is now, as the actor sees it. */
  booking: BookingView;
  /** Of a change, and of what is no more: what it was. */
  before: Pick<BookingRow, "status" | "resourceName" | "startsAt" | "endsAt"> | null;
  /** Somebody else than its owner did it: staff, or a job. */
  isForOther: boolean;
}

/**
 * Tells people, in the transaction of the command: what is queued there goes out when it commits, and never when it
 * rolls back. A repeated request gets its first answer and tells nobody again.
 */
export type TellAct = (tx: Sql, ctx: Context, news: BookingAct) => Promise<void>;

export const tellNobody: TellAct = () => Promise.resolve();
