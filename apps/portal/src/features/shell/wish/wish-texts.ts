import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../../lib/texts/catalog.ts";

const en = {
  /** One to twelve. */
  numbers: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  /** Monday to Sunday as people shorten them, beside the names that Intl has. */
  weekdays: ["", "tue|tues", "weds", "thu|thur|thurs", "", "", ""],
  /** What a weekday may end with. */
  weekdayEnding: "s",
  today: "today|tonight|now",
  tomorrow: "tomorrow|tmrw",
  dayAfterTomorrow: "the day after tomorrow|day after tomorrow",
  next: "next",
  on: "on",
  ordinal: "st|nd|rd|th",
  of: "of",
  from: "from",
  until: "to|until|till",
  at: "at",
  oclock: "o'clock",
  am: "am",
  pm: "pm",
  /** With a day, and not with a time. */
  afternoon: "afternoon|evening|tonight",
  noon: "noon|midday",
  hours: "hour|hours|hr|hrs|h",
  minutes: "minute|minutes|min|mins|m",
  anHour: "an hour|one hour",
  halfAnHour: "half an hour|half hour|1/2 hour|1/2 h",
  hourAndAHalf: "an hour and a half|one hour and a half|1 hour and a half|one and a half hours|1 1/2 hours|1 1/2 h",
  /** Before a length, or before how many there are. */
  for: "for",
  people: "people|person|persons|seats|of us|guests",
  alone: "for one|one person|just me",
  kinds: { room: "room|rooms", booth: "booth|booths", hot_desk: "desk|desks|hotdesk|hotdesks" },
  /** What a feature may end with when it is more than one. */
  featureEnding: "s",
};

/** What ⌘K understands of a wish: for each meaning the words that say it, with | between them. No screen shows them. */
export type WishTexts = WordsLike<typeof en>;
export const wishTexts = catalog<WishTexts>({ en, de: () => import("./wish-texts.de.ts") });

/** English is understood of everybody, beside their own language. */
export const englishWish: WishTexts = en;
