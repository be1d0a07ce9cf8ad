import { expect, it, test } from "vitest";
import { NO_LIMITS } from "@working-social/booking/schema";
import { textsOf } from "../../../lib/texts/catalog.ts";
import { texts as german } from "../audit-texts.de.ts";
import { auditTexts } from "../audit-texts.ts";
import { entryDetail } from "../history-words.ts";
import { entrySentence } from "./audit-words.ts";

const nothing = { subjectName: null, changes: [], booking: null, moved: null, credits: null, currency: null };
const slot = { resourceName: "Lantern", startsAt: "2026-11-26T10:00:00.000Z", endsAt: "2026-11-26T11:00:00.000Z" };
const booking = { ...slot, personName: "Ana Ferreira", timeZone: "UTC" };
const gift = { unit: "room_minutes", currency: null, quantity: 120 };

it.each([
  ["booking_rule.updated", "booking_rule", { subjectName: "Half hours" }, "Rule “Half hours” changed"],
  ["rate.updated", "rate", { subjectName: "Room hour" }, "Rate “Room hour” changed"],
  ["opening_hours.set", "location", { subjectName: "Old Harbour" }, "Opening hours of “Old Harbour” set"],
  ["person.invited", "person", { subjectName: "Ana" }, "Person “Ana” invited"],
  ["credits.given", "person", { subjectName: "Ana", credits: gift }, "2 h given: “Ana”"],
  ["bookings.imported", "location", {}, "Bookings imported"],
  [
    "booking.cancelled",
    "booking",
    { booking },
    "Booking of Lantern for Ana Ferreira, Thu 26 Nov 10:00 – 11:00, cancelled",
  ],
  ["door_lock.opened_slowly", "door_lock", {}, "Door lock opened slowly"],
  ["something", "thing", {}, "Something"],
])("reads %s of a %s as a sentence", (event, subjectType, more, sentence) => {
  expect(entrySentence({ ...nothing, event, subjectType, ...more })).toBe(sentence);
});

test("what changed: fields by name, known or not, and a booking from where to where", () => {
  const entry = { ...nothing, event: "rate.updated", subjectType: "rate" };
  const changes = [
    { field: "priceMinor", before: 2400, after: 2650 },
    { field: "weekdays", before: [1, 2], after: [1, 2, 6] },
    { field: "minLengthMinutes", before: null, after: 90 },
    { field: "bandFromMinute", before: 0, after: 485 },
    { field: "taxBasisPoints", before: 1900, after: 700 },
    { field: "taxInclusive", before: false, after: true },
    { field: "planIds", before: [], after: ["Full-time", "Flex"] },
    { field: "weekly", before: [{ weekday: 1 }], after: [{ weekday: 2 }] },
    { field: "note", before: "Ring twice", after: "x".repeat(200) },
  ];
  expect(entryDetail({ ...entry, changes, currency: "JPY" })).toMatch(/^price: ¥2,400 → ¥2,650,/);
  expect(entryDetail({ ...entry, changes, currency: null })).toMatch(/^price, weekdays:/);
  expect(entryDetail({ ...entry, changes, currency: "USD" })).toBe(
    [
      "price: $24.00 → $26.50",
      "weekdays: Mon, Tue → Mon, Tue, Sat",
      "min length: none → 1 h 30 min",
      "from when in the day: 00:00 → 08:05",
      "tax: 19% → 7%",
      "whether prices include tax: no → yes",
      "plans: none → Full-time, Flex",
      "the week",
      "note",
    ].join(", "),
  );
  expect(entryDetail(entry)).toBeNull();
  const to = { ...slot, startsAt: "2026-11-26T11:00:00.000Z", endsAt: "2026-11-26T12:00:00.000Z" };
  expect(
    entryDetail({
      ...entry,
      booking,
      moved: { from: slot, to },
      changes: [{ field: "title", before: "Plans", after: "Plan" }],
    }),
  ).toBe("from Thu 26 Nov 10:00 – 11:00 to Thu 26 Nov 11:00 – 12:00, title: “Plans” → “Plan”");
  expect(entryDetail({ ...entry, booking, moved: { from: slot, to: { ...slot, resourceName: "Cooper" } } })).toBe(
    "from Lantern, Thu 26 Nov 10:00 – 11:00 to Cooper, Thu 26 Nov 10:00 – 11:00",
  );
});

test("German has the gender and the case of each thing that a history can be of", () => {
  for (const subject of Object.keys(textsOf(auditTexts).subjects)) {
    expect(german.onlyHint(subject)).not.toBe(german.onlyHint("unknown"));
    expect(german.filtered(subject)).not.toBe(german.filtered("unknown"));
  }
  expect(german.onlyHint("booking")).toBe("Nur der Verlauf dieser Buchung");
  expect(german.filtered("rate")).toBe("Der Verlauf eines Preises.");
});

test("no field is shown by its name in the database, in German", () => {
  const known = Object.keys(german.fields);
  expect(known).toEqual(expect.arrayContaining(Object.keys(NO_LIMITS)));
  expect(known).toEqual(expect.arrayContaining(Object.keys(textsOf(auditTexts).fields)));
});
