import { expect, it, test } from "vitest";
import { entryDetail } from "../../bookings/history-words.ts";
import { entrySentence } from "./audit-words.ts";

const nothing = { subjectName: null, changed: [], booking: null, moved: null, credits: null };
const slot = { resourceName: "Lantern", startsAt: "2026-11-26T10:00:00.000Z", endsAt: "2026-11-26T11:00:00.000Z" };
const booking = { ...slot, personName: "Ana Ferreira", timeZone: "UTC" };
const gift = { unit: "room_minutes", currency: null, quantity: 120 };

it.each([
  ["booking_rule.update", "booking_rule", { subjectName: "Half hours" }, "Rule “Half hours” changed"],
  ["rate.update", "rate", { subjectName: "Room hour" }, "Rate “Room hour” changed"],
  ["opening_hours.set", "location", { subjectName: "Old Harbour" }, "Opening hours of “Old Harbour” set"],
  ["person.invite", "person", { subjectName: "Ana" }, "Person “Ana” invited"],
  ["credits.give", "person", { subjectName: "Ana", credits: gift }, "2 h given: “Ana”"],
  ["bookings.import", "location", {}, "Bookings imported"],
  [
    "booking.cancel",
    "booking",
    { booking },
    "Booking of Lantern for Ana Ferreira, Thu 26 Nov 10:00 – 11:00, cancelled",
  ],
  ["door_lock.open_slowly", "door_lock", {}, "Door lock open slowly"],
  ["something", "thing", {}, "Something"],
])("reads %s of a %s as a sentence", (action, subjectType, more, sentence) => {
  expect(entrySentence({ ...nothing, action, subjectType, ...more })).toBe(sentence);
});

test("what changed: fields by name, known or not, and a booking from where to where", () => {
  const entry = { ...nothing, action: "rate.update", subjectType: "rate" };
  expect(entryDetail({ ...entry, changed: ["priceMinor", "weekdays", "minLengthMinutes"] })).toBe(
    "price, weekdays, min length minutes",
  );
  expect(entryDetail(entry)).toBeNull();
  const to = { ...slot, startsAt: "2026-11-26T11:00:00.000Z", endsAt: "2026-11-26T12:00:00.000Z" };
  expect(entryDetail({ ...entry, booking, moved: { from: slot, to }, changed: ["title"] })).toBe(
    "from Thu 26 Nov 10:00 – 11:00 to Thu 26 Nov 11:00 – 12:00, title",
  );
  expect(entryDetail({ ...entry, booking, moved: { from: slot, to: { ...slot, resourceName: "Cooper" } } })).toBe(
    "from Lantern, Thu 26 Nov 10:00 – 11:00 to Cooper, Thu 26 Nov 10:00 – 11:00",
  );
});
