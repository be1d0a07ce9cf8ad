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
  ["1 hour 30 tues 2 o'clock", { minutes: 90, date: "2026-12-01", time: "14:00" }],
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
  ["tomorrow half past 2pm", { date: "2026-11-27", time: "14:30" }],
  ["tomorrow at half past nine for 3", { date: "2026-11-27", time: "09:30", people: 3 }],
  ["2 hours half past 2 for 4", { minutes: 120, time: "14:30", people: 4 }],
  ["an hour and a half quarter to 3pm", { minutes: 90, time: "14:45" }],
  ["a quarter to one for 2", { time: "12:45", people: 2 }],
  ["from quarter past 9 to half past 10", { time: "09:15", minutes: 75 }],
  ["tomorrow 10 past 9 am for 2", { date: "2026-11-27", people: 2 }],
  ["room tomorrow until 6pm", { kinds: ["room"], date: "2026-11-27" }],
  ["room today until noon", { kinds: ["room"], date: "2026-11-26" }],
  ["desk today by 6pm", { kinds: ["hot_desk"], date: "2026-11-26" }],
  ["desk friday next week", { kinds: ["hot_desk"], date: "2026-12-04" }],
  ["next week on monday at 10", { date: "2026-11-30", time: "10:00" }],
  ["thursday at 10 next week", { date: "2026-12-03", time: "10:00" }],
  ["desk friday the week after next", { kinds: ["hot_desk"], date: "2026-12-11" }],
  ["2 people friday in two weeks for 1 hour", { people: 2, minutes: 60 }],
  ["desk tomorrow for 3 days", { kinds: ["hot_desk"], date: "2026-11-27" }],
  ["room for 6 in 2 hours", { kinds: ["room"], people: 6 }],
  ["room in half an hour for 45 min", { kinds: ["room"], minutes: 45 }],
  ["tomorrow from 9 to 5", { date: "2026-11-27", time: "09:00", minutes: 480 }],
  ["tomorrow from 10 to 8", { date: "2026-11-27", time: "10:00", minutes: 600 }],
  ["friday from 2 to 4", { date: "2026-11-27", time: "14:00", minutes: 120 }],
  ["room between 2 and 4pm", { kinds: ["room"], time: "14:00", minutes: 120 }],
  ["tomorrow 6 to 2pm", { date: "2026-11-27", time: "06:00", minutes: 480 }],
  ["friday night at 7", { date: "2026-11-27", time: "19:00" }],
  ["friday 9am to 1", { date: "2026-11-27", time: "09:00", minutes: 240 }],
  ["friday from 22:00 to 02:00", { date: "2026-11-27", time: "22:00" }],
  ["1. 12. 14:00,90 minutes", { date: "2026-12-01", time: "14:00", minutes: 90 }],
  ["for 6,14:00,2 hours", { people: 6, time: "14:00", minutes: 120 }],
  ["three quarters of an hour for 2", { minutes: 45, people: 2 }],
  ["meeting rooms tomorrow at 2", { kinds: ["room"], date: "2026-11-27", time: "14:00" }],
  ["tomorrow at 7", { date: "2026-11-27", time: "07:00" }],
  ["tomorrow morning at 6", { date: "2026-11-27", time: "06:00" }],
  ["tomorrow at 2 am", { date: "2026-11-27", time: "02:00" }],
  ["tomorrow at 02:00", { date: "2026-11-27", time: "02:00" }],
])("understands “%s”", (typed, wish) => {
  expect(parseWish(typed, context, [british])).toEqual({ ...nothing, ...wish });
});

test.each([
  "booth",
  "6",
  "Lantern",
  "sign out",
  "room 12",
  "a screen",
  "",
  "31 feb",
  "25:99",
  "for the team",
  "until 6pm",
  "for 3 days",
  "in 2 hours",
])("leaves “%s” to be looked for by name", (typed) => {
  expect(parseWish(typed, context, [british])).toBeNull();
});

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
  ["morgen halb 10 Uhr", { date: "2026-11-27", time: "09:30" }],
  ["morgen Viertel nach 9 Uhr", { date: "2026-11-27", time: "09:15" }],
  ["morgen um Viertel vor 9", { date: "2026-11-27", time: "08:45" }],
  ["morgen dreiviertel 9", { date: "2026-11-27", time: "08:45" }],
  ["morgen viertel neun", { date: "2026-11-27", time: "08:15" }],
  ["morgen halb eins", { date: "2026-11-27", time: "12:30" }],
  ["heute Abend halb 8", { date: "2026-11-26", time: "19:30" }],
  ["morgen von halb 3 bis 4", { date: "2026-11-27", time: "14:30", minutes: 90 }],
  ["Freitag morgen um halb 6", { date: "2026-11-27", time: "05:30" }],
  ["5 vor 9 Uhr morgen für 2", { date: "2026-11-27", people: 2 }],
  ["Raum heute bis 18 Uhr", { kinds: ["room"], date: "2026-11-26" }],
  ["Raum heute bis um 18 Uhr", { kinds: ["room"], date: "2026-11-26" }],
  ["Raum Freitag nächste Woche", { kinds: ["room"], date: "2026-12-04" }],
  ["Freitag übernächste Woche zu dritt", { date: "2026-12-11", people: 3 }],
  ["Tisch ab Montag für 3 Tage, 1 Person", { kinds: ["hot_desk"], date: "2026-11-30", people: 1 }],
  ["Raum in 2 Stunden für 4", { kinds: ["room"], people: 4 }],
  ["morgen von 9 bis 5", { date: "2026-11-27", time: "09:00", minutes: 480 }],
  ["am 1. 12. 14 Uhr", { date: "2026-12-01", time: "14:00" }],
  ["1. 12. 2027 eine Viertelstunde", { date: "2027-12-01", minutes: 15 }],
  ["Dreiviertelstunde zu zweit", { minutes: 45, people: 2 }],
  ["Besprechungsräume Freitagmittag", { kinds: ["room"], date: "2026-11-27", time: "12:00" }],
  ["Freitagmittag um 13 Uhr", { date: "2026-11-27", time: "13:00" }],
  ["morgen zwischen 14 und 16 Uhr", { date: "2026-11-27", time: "14:00", minutes: 120 }],
  ["morgen von 10 bis 2 Uhr nachmittags", { date: "2026-11-27", time: "10:00", minutes: 240 }],
  ["in einer Viertelstunde für 2 eine Stunde", { people: 2, minutes: 60 }],
  ["Freitagabends um 8", { date: "2026-11-27", time: "20:00" }],
  ["morgen 3 Uhr nachts", { date: "2026-11-27", time: "03:00" }],
  ["morgen um 3", { date: "2026-11-27", time: "15:00" }],
  ["room for six tomorrow at 2pm", { kinds: ["room"], people: 6, date: "2026-11-27", time: "14:00" }],
])("understands “%s” of who reads German", (typed, wish) => {
  expect(parseWish(typed, context, german)).toEqual({ ...nothing, ...wish });
});

test.each(["Telefonbox", "Raum 12", "31. Februar", "für das Team", "mit Screen", "6", "heute bis 18 Uhr"])(
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
