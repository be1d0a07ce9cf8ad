import { LONGEST_MINUTES } from "@working-social/booking/rules";
import { take, type Unread } from "./take.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** "2 hours", "1h30", "half an hour", "1,5 Stunden". */
export function takeLength(unread: Unread, { words, number, numbers, month }: Vocabulary) {
  const value = (word?: string) => valueOf(word, numbers);
  // "2 Stunden 30" goes on with minutes, "2 Stunden 30 Personen" with something else.
  const notElse = `(?! (?:${words.people}|${words.oclock}|${words.am}|${words.pm}|${month}) )`;
  const amount = `(\\d{1,2}(?:[.,]\\d)?|${number})`;
  const { meaning, rest } = take(unread, [
    [`(?:${words.for} )?${words.hourAndAHalf}`, () => 90],
    [
      `(?:${words.for} )?(\\d{1,2}) ?${words.hours} ?(?:(\\d{1,2}) ?${words.minutes}|(\\d\\d)${notElse})`,
      (hours, minutes, bare) => Number(hours) * 60 + Number(minutes ?? bare),
    ],
    [`(?:${words.for} )?${amount} ?-?${words.hours}`, (hours) => value(hours) * 60],
    [`(?:${words.for} )?(${number}) ?-?${words.minutes}`, (minutes) => value(minutes)],
    [`(?:${words.for} )?${words.halfAnHour}`, () => 30],
    [`(?:${words.for} )?${words.anHour}`, () => 60],
  ]);
  const minutes = meaning === undefined ? undefined : Math.round(meaning);
  const isLength = minutes !== undefined && minutes >= 5 && minutes <= LONGEST_MINUTES;
  return { meaning: isLength ? minutes : undefined, rest };
}

/** "14:00–15:30", "2 to 4pm", "noon to 2pm", "von 9 bis 12 Uhr". */
export function takeSpan(unread: Unread, { words }: Vocabulary, isLate?: true) {
  const clock = `(\\d{1,2})(?:[:.](\\d\\d))?( ?${words.oclock})? ?(${words.am}|${words.pm})?`;
  const text = unread.text.replace(new RegExp(` ${words.noon} `), " 12:00 ");
  const { meaning, rest } = take({ text }, [
    [
      `((?:${words.from}|${words.at}) )?${clock} ?(?:-|–|${words.until}) ?${clock}`,
      (...said) => {
        const [from, hour, minute, oclock, half, hourTo, minuteTo, oclockTo, halfTo] = said;
        const isClock = [from, minute, oclock, half, minuteTo, oclockTo, halfTo].some((part) => part !== undefined);
        // Of "2 to 4pm" both are afternoon; of "9 to 12pm" they aren't.
        const halfFrom = half ?? (Number(hour) < Number(hourTo) % 12 ? halfTo : undefined);
        const start = minuteOf(hour, minute, isPm(halfFrom, words) ?? isLate);
        const end = minuteOf(hourTo, minuteTo, isPm(halfTo, words) ?? isLate);
        if (!isClock || start === null || end === null || end <= start) return undefined;
        return { time: asClock(start), minutes: end - start };
      },
    ],
  ]);
  return { meaning, rest: meaning === undefined ? unread : rest };
}

/** "14:00", "2pm", "at 10", "14 Uhr 30", "noon". */
export function takeTime(unread: Unread, { words }: Vocabulary, isLate?: true) {
  const read = (hour?: string, minute?: string, half?: string) => {
    const at = minuteOf(hour, minute, isPm(half, words) ?? isLate);
    return at === null ? undefined : asClock(at);
  };
  const [before, half] = [`(?:${words.at} )?`, `(${words.am}|${words.pm})`];
  return take(unread, [
    [`${before}(\\d{1,2})[:.](\\d\\d)(?: ?${words.oclock})?(?: ?${half})?`, read],
    [`${before}(\\d{1,2})(?: ?${words.oclock})? ?${half}`, (hour, halfOfDay) => read(hour, undefined, halfOfDay)],
    [`${before}(\\d{1,2}) ?${words.oclock} (\\d\\d)(?! ${words.people} )`, read],
    [`${before}(\\d{1,2}) ?${words.oclock}`, (hour) => read(hour)],
    [`${words.at} (\\d{1,2})`, (hour) => read(hour)],
    // After the figures: "mittags um 13 Uhr" is 13:00.
    [words.noon, () => "12:00"],
  ]);
}

/** Whether a wish is for later than noon, wherever it says so: the 7 of "heute Abend um 7" is 19:00. */
export function saysAfternoon({ text }: Unread, { words, weekday }: Vocabulary): boolean {
  return new RegExp(` (?:${weekday})?${words.afternoon} `).test(text);
}

/** Which half of the day was said with a time, if any. */
function isPm(half: string | undefined, words: Vocabulary["words"]): boolean | undefined {
  return half === undefined ? undefined : new RegExp(`^${words.pm}$`).test(half);
}

/** A figure or a word; 0 for nothing said. */
export function valueOf(word: string | undefined, numbers: ReadonlyMap<string, number>): number {
  if (word === undefined) return 0;
  return numbers.get(word) ?? Number(word.replace(",", "."));
}

/** Minutes from midnight; null for what no clock shows. */
export function minuteOf(hour: string | undefined, minute = "0", isAfternoon?: boolean): number | null {
  const [h, m] = [Number(hour), Number(minute)];
  if (isAfternoon !== undefined && h < 1) return null;
  const hours = isAfternoon === undefined || h > 12 ? h : (h % 12) + (isAfternoon ? 12 : 0);
  return hours < 24 && m < 60 ? hours * 60 + m : null;
}

function asClock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
