import type { BookingView } from "@working-social/booking/schema";
import { expect, test } from "vitest";
import { ownThen } from "./own-then.ts";

const aBooking = (id: string, resourceId: string, hours: [number, number], status = "confirmed") =>
  ({ id, resourceId, status, startsAt: at(hours[0]), endsAt: at(hours[1]) }) as BookingView;
const at = (hour: number) => `2026-11-26T${hour}:00:00.000Z`;
const lantern = { resourceId: "lantern", startsAt: at(14), endsAt: at(15) };

test("another room at the same hour, this room as one's own, and what only touches", () => {
  const own = aBooking("own", "lantern", [14, 16]);
  const other = aBooking("other", "cooper", [13, 15]);
  expect(ownThen([other], lantern)).toEqual({ here: null, elsewhere: other });
  expect(ownThen([own, other], lantern)).toEqual({ here: own, elsewhere: other });
  const gone = [aBooking("a", "cooper", [13, 14]), aBooking("b", "cooper", [15, 16])];
  expect(ownThen([...gone, aBooking("c", "cooper", [14, 15], "cancelled")], lantern)).toEqual({
    here: null,
    elsewhere: null,
  });
});
