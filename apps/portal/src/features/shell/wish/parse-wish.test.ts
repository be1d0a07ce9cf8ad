import { expect, test } from "vitest";
import { texts as germanFind } from "../find-texts.de.ts";
import { findTexts } from "../find-texts.ts";
import { textsOf } from "../../../lib/texts/catalog.ts";
import { parseWish } from "./parse-wish.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { texts as germanWish } from "./wish-texts.de.ts";
import { englishWish } from "./wish-texts.ts";

// A Thursday.
const context = { today: "2026-11-26", features: ["screen", "whiteboard", "video call"] };
const nothing = { features: [], kinds: [] };
const [british, american] = [vocabularyOf(englishWish, "en-GB"), vocabularyOf(englishWish, "en-US")];
const german = [vocabularyOf(germanWish, "de-DE"), british];

test.each([
  [
    "a room for 6 with a screen, tomorrow 14:00, 90 minutes",
    { people: 6, features: ["screen"], kinds: ["room"], date: "2026-11-27", time: "14:00", minutes: 90 },
  ],
  [
    "room for six tomorrow at 2pm for an hour",
    { people: 6, kinds: ["room"], date: "2026-11-27", time: "14:00", minutes: 60 },
  ],
  ["meeting room for 4 people for 2 hours", { people: 4, kinds: ["room"], minutes: 120 }],
  ["booth today 9:30 am half an hour", { kinds: ["booth"], date: "2026-11-26", time: "09:30", minutes: 30 }],
  ["desk friday", { kinds: ["hot_desk"], date: "2026-11-27" }],
  ["desk next thursday", { kinds: ["hot_desk"], date: "2026-12-03" }],
  ["room mon 14:00-15:30", { kinds: ["room"], date: "2026-11-30", time: "14:00", minutes: 90 }],
  ["4 people from 2 to 4pm with whiteboard", { people: 4, features: ["whiteboard"], time: "14:00", minutes: 120 }],
  ["for 3, 1h30, 3 Dec at 10", { people: 3, minutes: 90, date: "2026-12-03", time: "10:00" }],
  ["room january 5th noon", { kinds: ["room"], date: "2027-01-05", time: "12:00" }],
  ["1.5 hours 2026-12-01 with video call", { minutes: 90, date: "2026-12-01", features: ["video call"] }],
  [
    "room for 8, the day after tomorrow, an hour and a half",
    { kinds: ["room"], people: 8, date: "2026-11-28", minutes: 90 },
  ],
  ["2 hours 10 people friday 4 dec", { minutes: 120, people: 10, date: "2026-12-04" }],
  ["1 hour 30 tues 2 o'clock", { minutes: 90, date: "2026-12-01", time: "02:00" }],
  ["2 hours 24 december 2027", { minutes: 120, date: "2027-12-24" }],
  ["tomorrow,14:00, 1.5h", { date: "2026-11-27", time: "14:00", minutes: 90 }],
  ["tonight at 7 for 2", { date: "2026-11-26", time: "19:00", people: 2 }],
  ["room for 10-12 people 2pm to 4pm", { kinds: ["room"], people: 12, time: "14:00", minutes: 120 }],
  ["2-4 people 14:00-15:30", { people: 4, time: "14:00", minutes: 90 }],
  ["room for 6, 3 march", { kinds: ["room"], people: 6, date: "2027-03-03" }],
  ["9 to 12pm friday", { time: "09:00", minutes: 180, date: "2026-11-27" }],
  ["10 to 11pm friday", { time: "22:00", minutes: 60, date: "2026-11-27" }],
  ["tomorrow noon to 2pm", { date: "2026-11-27", time: "12:00", minutes: 120 }],
  ["2 hours 10 am tomorrow", { minutes: 120, time: "10:00", date: "2026-11-27" }],
  ["1 1/2 hours for 4", { minutes: 90, people: 4 }],
  ["24.12. 3 p.m.", { date: "2026-12-24", time: "15:00" }],
])("understands “%s”", (typed, wish) => {
  expect(parseWish(typed, context, [british])).toEqual({ ...nothing, ...wish });
});

test.each(["booth", "6", "Lantern", "sign out", "room 12", "a screen", "", "31 feb", "25:99", "for the team"])(
  "leaves “%s” to be looked for by name",
  (typed) => {
    expect(parseWish(typed, context, [british])).toBeNull();
  },
);

test.each([
  ["morgen 14 Uhr 2 Stunden 6 Personen", { date: "2026-11-27", time: "14:00", minutes: 120, people: 6 }],
  ["Freitag 10:30 bis 12", { date: "2026-11-27", time: "10:30", minutes: 90 }],
  ["heute Nachmittag für 4", { date: "2026-11-26", people: 4 }],
  ["Besprechungsraum übermorgen um 9", { kinds: ["room"], date: "2026-11-28", time: "09:00" }],
  ["uebermorgen fuer zwölf Leute", { date: "2026-11-28", people: 12 }],
  ["Raum am 24.12. von 9 bis 12 Uhr", { kinds: ["room"], date: "2026-12-24", time: "09:00", minutes: 180 }],
  ["Raum am 10.12 10.30 Uhr", { kinds: ["room"], date: "2026-12-10", time: "10:30" }],
  ["24.12 zu sechst", { date: "2026-12-24", people: 6 }],
  ["10.30 zu zweit", { time: "10:30", people: 2 }],
  ["5. März 2027 mit Whiteboards, 1,5 Std.", { date: "2027-03-05", features: ["whiteboard"], minutes: 90 }],
  ["Telefonbox, Mo. 8 Uhr 30, eine halbe Stunde", { kinds: ["booth"], date: "2026-11-30", time: "08:30", minutes: 30 }],
  ["Freitag morgen 8 Uhr", { date: "2026-11-27", time: "08:00" }],
  ["Montagnachmittag eineinhalb Stunden", { date: "2026-11-30", minutes: 90 }],
  ["nächsten Donnerstag 3 Uhr nachmittags", { date: "2026-12-03", time: "15:00" }],
  ["heute Abend um 7", { date: "2026-11-26", time: "19:00" }],
  ["Montagnachmittag von 2 bis 4", { date: "2026-11-30", time: "14:00", minutes: 120 }],
  ["heute Abend 19.30 Uhr", { date: "2026-11-26", time: "19:30" }],
  ["Sonnabend um 9", { date: "2026-11-28", time: "09:00" }],
  ["6 bis 8 Personen morgen", { people: 8, date: "2026-11-27" }],
  ["heute Mittag um 13 Uhr", { date: "2026-11-26", time: "13:00" }],
  ["12 Uhr mittags zu zwölft", { time: "12:00", people: 12 }],
  ["Freitag um 9 bis 12", { date: "2026-11-27", time: "09:00", minutes: 180 }],
  ["morgen so gegen 14 Uhr", { date: "2026-11-27", time: "14:00" }],
  ["So gegen 14 Uhr", { date: "2026-11-29", time: "14:00" }],
  ["1/2 Stunde für 3", { minutes: 30, people: 3 }],
  ["14 Uhr am Samstag, allein", { time: "14:00", date: "2026-11-28", people: 1 }],
  ["Arbeitsplatz für einen Workshop morgen", { kinds: ["hot_desk"], date: "2026-11-27" }],
  ["eine Stunde mit 6 Gästen", { minutes: 60, people: 6 }],
  ["room for six tomorrow at 2pm", { kinds: ["room"], people: 6, date: "2026-11-27", time: "14:00" }],
])("understands “%s” of who reads German", (typed, wish) => {
  expect(parseWish(typed, context, german)).toEqual({ ...nothing, ...wish });
});

test.each(["Telefonbox", "Raum 12", "31. Februar", "für das Team", "mit Screen", "6"])(
  "leaves “%s” to be looked for by name in German",
  (typed) => {
    expect(parseWish(typed, context, german)).toBeNull();
  },
);

test("a date is read as its region writes one", () => {
  expect(parseWish("room 12/3", context, [british])).toMatchObject({ date: "2027-03-12" });
  expect(parseWish("room 12/3", context, [american])).toMatchObject({ date: "2026-12-03" });
  expect(parseWish("room for 6 march 3", context, [american])).toMatchObject({ people: 6, date: "2027-03-03" });
  expect(parseWish("room 3/12/27", context, [british])).toMatchObject({ date: "2027-12-03" });
});

test("months are called what they are called where somebody is, and elsewhere in the language", () => {
  const austrian = [vocabularyOf(germanWish, "de-AT")];
  expect(parseWish("Raum 5. Jänner", context, austrian)).toMatchObject({ date: "2027-01-05" });
  expect(parseWish("Raum 5. Januar", context, austrian)).toMatchObject({ date: "2027-01-05" });
});

test("the example in the box is understood in whole", () => {
  const wish = { date: "2026-11-27", people: 6 };
  expect(parseWish(example(textsOf(findTexts).wishExample), context, [british])).toMatchObject(wish);
  expect(parseWish(example(germanFind.wishExample), context, german)).toMatchObject(wish);
});

function example(sentence: string): string {
  return /[“„](.*)[”“]$/.exec(sentence)?.[1] ?? "";
}
