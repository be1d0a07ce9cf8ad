import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../../lib/texts/catalog.ts";

const en = {
  /** One to twelve. */
  numbers: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  /** Monday to Sunday as people shorten them, beside the names that Intl has. */
  weekdays: ["", "tue|tues", "weds", "thu|thur|thurs", "", "", ""],
  /** What a weekday may end with, and what may be written together with it. */
  weekdayEnding: "s",
  partOfDay: "morning|afternoon|evening|night",
  today: "today|tonight|now",
  tomorrow: "tomorrow|tmrw",
  dayAfterTomorrow: "the day after tomorrow|day after tomorrow",
  next: "next",
  nextWeek: "next week",
  weekAfterNext: "week after next",
  in: "in",
  /** What is too long for a booking: "for 3 days" is not for 3 people. */
  days: "day|days|night|nights|week|weeks|month|months",
  on: "on",
  ordinal: "st|nd|rd|th",
  of: "of",
  from: "from",
  until: "to|until|till",
  between: "between",
  and: "and",
  /** Before a time that something is over by. */
  before: "before|by",
  /** Between minutes and an hour: "10 past 9". */
  past: "past",
  at: "at",
  oclock: "o'clock",
  am: "am",
  pm: "pm",
  /** With a day, and not with a time. */
  afternoon: "afternoon|evening|night|tonight",
  morning: "morning",
  /** Hours that are after noon unless something else is said: nobody books 2 at night that way, but as "02:00" or "2 am". */
  afternoonHours: "1|2|3|4|5|6",
  /** Before the hour that they count from. */
  halfPast: "half past|half",
  halfTo: "",
  quarterPast: "quarter past|a quarter past|quarter after|a quarter after",
  quarterTo: "quarter to|a quarter to|quarter of|a quarter of|quarter till",
  threeQuartersTo: "",
  noon: "noon|midday",
  hours: "hour|hours|hr|hrs|h",
  minutes: "minute|minutes|min|mins|m",
  anHour: "an hour|one hour",
  quarterHour: "a quarter of an hour|quarter of an hour|a quarter hour|quarter hour|1/4 hour",
  threeQuartersHour: "three quarters of an hour|3/4 of an hour|3/4 hour",
  halfAnHour: "half an hour|half hour|1/2 hour|1/2 h",
  hourAndAHalf: "an hour and a half|one hour and a half|1 hour and a half|one and a half hours|1 1/2 hours|1 1/2 h",
  /** Before a length, or before how many there are. */
  for: "for",
  people: "people|person|persons|seats|of us|guests",
  alone: "for one|one person|just me",
  kinds: { room: "room", booth: "booth", hot_desk: "desk|hotdesk" },
  /** What a kind or a feature may end with when it is more than one. */
  pluralEnding: "s",
};

/** What ⌘K understands of a wish: for each meaning the words that say it, with | between them. No screen shows them. */
export type WishTexts = WordsLike<typeof en>;
export const wishTexts = catalog<WishTexts>({ en, de: () => import("./wish-texts.de.ts") });

/** English is understood of everybody, beside their own language. */
export const englishWish: WishTexts = en;
