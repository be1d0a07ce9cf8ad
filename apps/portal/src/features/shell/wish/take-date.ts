import { addDays, weekdayOf, type LocalDate } from "@working-social/kernel";
import { says, take, type Reading, type Unread } from "./take.ts";
import { minuteOf } from "./take-time.ts";
import type { Vocabulary } from "./vocabulary.ts";

const YEAR = "(20\\d\\d|\\d\\d)";

/** "Tomorrow", "next Friday", "3 Dec", "24.12.", and 12/24 or 24/12 as the region writes it. */
export function takeDate(unread: Unread, vocabulary: Vocabulary, today: LocalDate) {
  return take(unread, [
    ...todayOrAfter(vocabulary, today),
    ...calendarDates(vocabulary, today),
    ...namedDays(vocabulary, today, weeksAhead(unread, vocabulary)),
    // After the weekdays: "Freitag morgen" is Friday morning.
    [vocabulary.words.tomorrow, () => addDays(today, 1)],
  ]);
}

/** Of a day's name, wherever the wish says the week. */
function weeksAhead(unread: Unread, { words }: Vocabulary): number | undefined {
  if (says(unread, words.weekAfterNext)) return 2;
  return says(unread, words.nextWeek) ? 1 : undefined;
}

function todayOrAfter({ words }: Vocabulary, today: LocalDate): Reading<LocalDate>[] {
  return [
    [`${words.today}${notLater(words)}`, () => today],
    [words.dayAfterTomorrow, () => addDays(today, 2)],
  ];
}

function calendarDates({ words, month, months, isMonthFirst }: Vocabulary, today: LocalDate): Reading<LocalDate>[] {
  const date = (day?: string, of?: number, year?: string) => nextDate({ day, month: of, year }, today);
  const on = `(?:${words.on} )?`;
  const named: Reading<LocalDate>[] = [
    [
      `${on}(?:the )?(\\d{1,2})${words.ordinal}? ?(?:${words.of} )?(${month})(?: (20\\d\\d))?`,
      (day, name, year) => date(day, valueIn(months, name), year),
    ],
    [
      `${on}(${month}) (\\d{1,2})${words.ordinal}?(?: (20\\d\\d))?`,
      (name, day, year) => date(day, valueIn(months, name), year),
    ],
  ];
  return [
    ["(20\\d\\d)-(\\d\\d)-(\\d\\d)", (year, of, day) => date(day, Number(of), year)],
    [`${on}(\\d{1,2})\\. ?(\\d{1,2})\\.(\\d\\d| ?20\\d\\d)?`, (day, of, year) => date(day, Number(of), year)],
    [`${words.on} (\\d{1,2})\\.(\\d{1,2})`, (day, of) => date(day, Number(of))],
    // 24.12 is no time; 10.12 rather is one.
    ["(\\d{1,2})\\.(\\d{1,2})", (day, of) => (minuteOf(day, of) === null ? date(day, Number(of)) : undefined)],
    [
      `${on}(\\d{1,2})/(\\d{1,2})(?:/${YEAR})?`,
      (one, other, year) => (isMonthFirst ? date(other, Number(one), year) : date(one, Number(other), year)),
    ],
    // "For 6 March 3" is the third where months come first.
    ...(isMonthFirst ? named.toReversed() : named),
  ];
}

/** "Friday in two weeks" is not this Friday. */
function notLater({ in: later, days }: Vocabulary["words"]): string {
  return `(?! ${later} \\S+ ${days} )`;
}

function namedDays(
  { words, weekday, weekdays }: Vocabulary,
  today: LocalDate,
  weeks: number | undefined,
): Reading<LocalDate>[] {
  return [
    [
      // "Morgen so gegen 14 Uhr" is no Sunday: who says tomorrow first means it.
      `(?<! ${words.tomorrow} )(?:${words.on} )?(${words.next} )?(${weekday})${words.weekdayEnding}?${notLater(words)}`,
      (next, name) => {
        const day = valueIn(weekdays, name);
        if (day === undefined) return undefined;
        if (weeks !== undefined) return addDays(today, 7 * weeks + day - weekdayOf(today));
        const ahead = (day - weekdayOf(today) + 7) % 7;
        return addDays(today, ahead === 0 && next ? 7 : ahead);
      },
    ],
  ];
}

function valueIn(words: ReadonlyMap<string, number>, word: string | undefined): number | undefined {
  return word === undefined ? undefined : words.get(word);
}

type SaidDate = { day: string | undefined; month: number | undefined; year: string | undefined };

/** Of the year that is said; else of this one, or of the next where this one's is over. */
function nextDate({ day, month, year }: SaidDate, today: LocalDate): LocalDate | undefined {
  if (day === undefined || month === undefined) return undefined;
  const pad = (part: number | string) => String(part).padStart(2, "0");
  const of = (one: number) => `${one}-${pad(month)}-${pad(day)}`;
  if (year !== undefined) return [of(Number(year.padStart(4, "20")))].find(isDate);
  const thisYear = Number(today.slice(0, 4));
  return [of(thisYear), of(thisYear + 1)].find((date) => isDate(date) && date >= today);
}

function isDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
