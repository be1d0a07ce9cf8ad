import type { BookingRefusal } from "@working-social/booking/schema";
import { expect, test } from "vitest";
import { formatFor } from "../format.ts";
import { texts } from "./refusals.de.ts";

const format = formatFor({ locale: "de-DE", hourCycle: "h23" }, "UTC");
const rule = { id: "r", name: "Zwei Stunden" };
const ana = "Ana Ferreira";

test.each<[string, BookingRefusal, string | null, string]>([
  [
    "whose it is decides the verb",
    { code: "too_many_holds", max: 1 },
    null,
    "Sie haben schon 1 Zeit vorgemerkt. Buchen Sie eine davon, oder geben Sie eine frei.",
  ],
  [
    "whose it is decides the verb",
    { code: "too_many_holds", max: 3 },
    ana,
    "Ana Ferreira hat schon 3 Zeiten vorgemerkt. Buchen Sie eine davon, oder geben Sie eine frei.",
  ],
  [
    "a team is one",
    { code: "too_many_minutes_a_day", maxMinutes: 60, usedMinutes: 30, date: "2026-11-26", whose: "team", rule },
    null,
    "Ihr Team darf hier 1 h am Tag buchen und hat an diesem Tag schon 30 min gebucht.",
  ],
  [
    "a team of somebody",
    { code: "too_many_upcoming", max: 1, whose: "team", rule },
    ana,
    "Das Team von Ana Ferreira hat schon 1 Buchung vor sich. Mehr sind nicht möglich.",
  ],
  [
    "a date ends a sentence with one full stop",
    { code: "too_far_ahead", windowDays: 60, latestEndsAt: "2026-12-25T00:00:00Z", rule },
    null,
    "Sie können 60 Tage im Voraus buchen. Eine Buchung endet spätestens am Donnerstag, 24. Dezember.",
  ],
])("%s", (_why, refusal, whose, expected) => {
  expect(texts.booking(refusal, format, whose)).toBe(expected);
});
