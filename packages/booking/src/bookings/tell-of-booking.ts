import type { Context, Sql } from "@working-social/db";
import type { BookingView } from "./schema.ts";

/** What there is to tell: a request's time comes near, or has come, without an answer; the house had to cancel. */
export type BookingNews = "request_reminder" | "request_expired" | "cancelled_by_house";

/** Queues the mails of some news, in the transaction that makes them true. */
export type TellOfBooking = (tx: Sql, ctx: Context, booking: BookingView, news: BookingNews) => Promise<void>;
