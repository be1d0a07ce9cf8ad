import type { BookingView } from "@working-social/booking/schema";
import { expect, test } from "vitest";
import { inOrder } from "./in-order.ts";

test("a hold comes first, the one that ends soonest before the others; the rest stays in its order", () => {
  const aBooking = (id: string, holdExpiresAt: string | null = null) =>
    ({ id, status: holdExpiresAt ? "held" : "confirmed", holdExpiresAt }) as BookingView;
  const mine = [
    aBooking("today"),
    aBooking("held long", "2026-11-26T10:10:00Z"),
    aBooking("tomorrow"),
    aBooking("held", "2026-11-26T10:05:00Z"),
  ];
  expect(inOrder(mine).map(({ id }) => id)).toEqual(["held", "held long", "today", "tomorrow"]);
});
