import { LONGEST_MINUTES } from "@working-social/booking/rules";
import { addDays, weekdayOf, type LocalDate } from "@working-social/kernel";
import type { BookSearch } from "../day/book-search.ts";

/** What the words are read against: the location's today, and the features that its rooms have. */
export interface WishContext {
  today: LocalDate;
  features: readonly string[];
}

export type Wish = Pick<BookSearch, "date" | "time" | "minutes" | "people" | "features" | "kinds">;

const small = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const number = `\\d{1,3}|${small.slice(1).join("|")}`;
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month = months.map((name) => `${name}[a-z]*`).join("|");
const clock = "(\\d{1,2})(?:[:.](\\d\\d))?\\s*(am|pm)?";

/**
 * "A room for 6 with a screen, tomorrow 14:00, 90 minutes" as the search of the Book page. Null where that is not what was
 * typed: one word alone ("booth", "6") is a name to look for. English; what it does not understand it leaves out.
 */
export function parseWish(typed: string, { today, features }: WishContext): Wish | null {
  const text = ` ${typed.toLowerCase().replaceAll(/[,;]/g, " ").replaceAll(/\s+/g, " ").trim()} `;
  const { minutes: length, rest } = takeLength(text);
  const span = spanOf(rest);
  const wish: Wish = {
    date: dateOf(rest, today),
    time: span?.time ?? timeOf(rest),
    minutes: span?.minutes ?? length,
    people: peopleOf(rest),
    features: features.filter((feature) => hasWord(rest, feature.toLowerCase())),
    kinds: kindsOf(rest),
  };
  const said = [wish.date, wish.time, wish.minutes, wish.people].filter((part) => part !== undefined).length;
  const named = (wish.features ?? []).length + (wish.kinds ?? []).length;
  return said > 0 && said + named > 1 ? wish : null;
}

/** The length first, so that the 2 of "for 2 hours" is no number of people. */
function takeLength(text: string): { minutes: number | undefined; rest: string } {
  const patterns: [RegExp, (match: RegExpExecArray) => number][] = [
    [/ (?:an|one|1) hour and a half | (?:one|1) and a half hours /, () => 90],
    [
      / (\d{1,2}) ?h(?:ours?|rs?)? ?(\d{1,2})(?: ?m(?:in(?:ute)?s?)?)? /,
      ([, hours, rest]) => Number(hours) * 60 + Number(rest),
    ],
    [
      new RegExp(` (\\d{1,2}(?:[.,]\\d)?|${small.slice(1).join("|")}) ?-?(?:hours?|hrs?|h) `),
      ([, hours]) => valueOf(hours) * 60,
    ],
    [new RegExp(` (${number}) ?-?(?:minutes?|mins?|m) `), ([, minutes]) => valueOf(minutes)],
    [/ half an hour /, () => 30],
    [/ an hour /, () => 60],
  ];
  for (const [pattern, read] of patterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const minutes = Math.round(read(match));
    const rest = text.replace(match[0], " ").replace(/ for (?= |at |on |from |tomorrow|today|$)/, " ");
    return { minutes: minutes >= 5 && minutes <= LONGEST_MINUTES ? minutes : undefined, rest };
  }
  return { minutes: undefined, rest: text };
}

/** "14:00–15:30", "2 to 4pm", "from 9 to 12". */
function spanOf(text: string): { time: string; minutes: number } | null {
  const match = new RegExp(` (?:from )?${clock} ?(?:-|–|to|until) ?${clock} `).exec(text);
  if (!match) return null;
  const [, hour, minute, half, hourTo, minuteTo, halfTo] = match;
  const isClock = minute !== undefined || minuteTo !== undefined || halfTo !== undefined || match[0].includes("from");
  const start = minuteOf(hour, minute, half ?? (Number(hour) < Number(hourTo) ? halfTo : undefined));
  const end = minuteOf(hourTo, minuteTo, halfTo);
  if (!isClock || start === null || end === null || end <= start) return null;
  return { time: asClock(start), minutes: end - start };
}

function timeOf(text: string): string | undefined {
  if (/ (noon|midday) /.test(text)) return "12:00";
  const match =
    /\b(\d{1,2})[:.](\d\d) ?(am|pm)? /.exec(text) ??
    /\b(\d{1,2})() ?(am|pm) /.exec(text) ??
    / at (\d{1,2})()()(?: o.clock)? /.exec(text);
  if (!match) return undefined;
  const at = minuteOf(match[1], match[2] || undefined, match[3] || undefined);
  return at === null ? undefined : asClock(at);
}

function dateOf(text: string, today: LocalDate): LocalDate | undefined {
  if (/ (today|tonight|now) /.test(text)) return today;
  if (/ (tomorrow|tmrw) /.test(text)) return addDays(today, / day after tomorrow /.test(text) ? 2 : 1);
  const exact = / (20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])) /.exec(text)?.[1];
  if (exact !== undefined) return isDate(exact) ? exact : undefined;
  const [, next, name] = / (next )?(mon|tue|wed|thu|fri|sat|sun)[a-z]* /.exec(text) ?? [];
  if (name) {
    const ahead = (weekdays.findIndex((day) => day.startsWith(name)) + 1 - weekdayOf(today) + 7) % 7;
    return addDays(today, ahead === 0 && next ? 7 : ahead);
  }
  const [, day, of] = new RegExp(` (\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${month}) `).exec(text) ?? [];
  const [, ofFirst, dayAfter] = new RegExp(` (${month}) (\\d{1,2})(?:st|nd|rd|th)? `).exec(text) ?? [];
  return dayOfMonth(day ?? dayAfter, of ?? ofFirst, today);
}

/** Of this year, or of the next one where this year's is over. */
function dayOfMonth(day: string | undefined, name: string | undefined, today: LocalDate): LocalDate | undefined {
  if (day === undefined || name === undefined) return undefined;
  const index = months.indexOf(name.slice(0, 3)) + 1;
  const of = (year: number) => `${year}-${String(index).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const year = Number(today.slice(0, 4));
  return [of(year), of(year + 1)].find((date) => isDate(date) && date >= today);
}

function isDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

function peopleOf(text: string): number | undefined {
  const match =
    new RegExp(` (${number}) (?:people|persons?|seats|of us|guests) `).exec(text) ??
    new RegExp(` for (${number})(?: people)? `).exec(text);
  const people = valueOf(match?.[1]);
  return people > 0 ? people : undefined;
}

function kindsOf(text: string): Wish["kinds"] {
  if (/ (meeting |conference )?rooms? /.test(text)) return ["room"];
  if (/ (phone )?booths? /.test(text)) return ["booth"];
  return / (hot ?)?desks? /.test(text) ? ["hot_desk"] : [];
}

function hasWord(text: string, word: string): boolean {
  return text.includes(` ${word} `) || text.includes(` ${word}s `);
}

function valueOf(word: string | undefined): number {
  if (word === undefined) return 0;
  const index = small.indexOf(word);
  return index >= 0 ? index : Number(word.replace(",", "."));
}

function minuteOf(hour: string | undefined, minute = "0", half?: string): number | null {
  const [h, m] = [Number(hour), Number(minute)];
  if (half !== undefined && (h < 1 || h > 12)) return null;
  const hours = half === undefined ? h : (h % 12) + (half === "pm" ? 12 : 0);
  return hours < 24 && m < 60 ? hours * 60 + m : null;
}

function asClock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
