import { says, take, type Unread } from "./take.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Which half of the day an hour is in that doesn't say so itself: true for after noon. */
type HalfUnsaid = (hour: string | undefined) => true | undefined;
type Group = string | undefined;

/** "14:00–15:30", "2 to 4pm", "noon to 2pm", "von 9 bis 12 Uhr", "from 9 to 5". */
export function takeSpan(unread: Unread, { words }: Vocabulary, isLate: HalfUnsaid) {
  const clock = `(\\d{1,2})(?:[:.](\\d\\d))?( ?${words.oclock})? ?(${words.am}|${words.pm})?`;
  const text = unread.text.replace(new RegExp(` ${words.noon} `), " 12:00 ");
  const read = spanReader(words, isLate);
  const { meaning, rest } = take({ text }, [
    [`((?:${words.from}|${words.at}) )?${clock} ?(?:-|–|${words.until}) ?${clock}`, read],
    [`(${words.between}) ${clock} ${words.and} ${clock}`, read],
  ]);
  return { meaning, rest: meaning === undefined ? unread : rest };
}

function spanReader(words: Vocabulary["words"], isLate: HalfUnsaid) {
  return (...[from, hour, minute, oclock, half, hourTo, minuteTo, oclockTo, halfTo]: Group[]) => {
    const isClock = [from, minute, oclock, half, minuteTo, oclockTo, halfTo].some((part) => part !== undefined);
    // Of "2 to 4pm" both are afternoon; of "9 to 12pm" they aren't.
    const halfFrom = half ?? (Number(hour) < Number(hourTo) % 12 ? halfTo : undefined);
    // Nor are they of "6 to 2pm": who says one half of the day leaves nothing to guess.
    const start = minuteOf(hour, minute, isPm(halfFrom, words) ?? (halfTo ? undefined : isLate(hour)));
    const end = minuteOf(hourTo, minuteTo, isPm(halfTo, words) ?? isLate(hourTo));
    if (!isClock || start === null || end === null) return undefined;
    // "10 to 8" ends in the evening.
    const isUnsaid = halfTo === undefined && /^([1-9]|1[01])$/.test(hourTo ?? "");
    const after = [end, isUnsaid ? (end % 720) + 720 : end].find((one) => one > start);
    return after === undefined ? undefined : { time: asClock(start), minutes: after - start };
  };
}

/** "14:00", "2pm", "at 10", "14 Uhr 30", "noon". */
export function takeTime(unread: Unread, { words, number }: Vocabulary, isLate: HalfUnsaid) {
  const read = (hour?: string, minute?: string, half?: string) => {
    const at = minuteOf(hour, minute, isPm(half, words) ?? isLate(hour));
    return at === null ? undefined : asClock(at);
  };
  // "Until 6pm" is no start, and "10 past 9" is not 9.
  const start = `(?<! (?:${words.until}|${words.before}|${number} ${words.past}) )`;
  const [before, half] = [`${start}(?:${words.at} )?`, `(${words.am}|${words.pm})`];
  return take(unread, [
    [`${before}(\\d{1,2})[:.](\\d\\d)(?: ?${words.oclock})?(?: ?${half})?`, read],
    [`${before}(\\d{1,2})(?: ?${words.oclock})? ?${half}`, (hour, halfOfDay) => read(hour, undefined, halfOfDay)],
    [`${before}(\\d{1,2}) ?${words.oclock} (\\d\\d)(?! ${words.people} )`, read],
    [`${before}(\\d{1,2}) ?${words.oclock}`, (hour) => read(hour)],
    [`${start}${words.at} (\\d{1,2})(?! ${words.people} )`, (hour) => read(hour)],
    // After the figures: "mittags um 13 Uhr" is 13:00.
    [`${start}${words.noon}`, () => "12:00"],
  ]);
}

/** What a wish says of the half of the day, wherever: the 7 of "heute Abend um 7" is 19:00. */
export function halfUnsaid(unread: Unread, { words, weekday }: Vocabulary): HalfUnsaid {
  if (says(unread, words.afternoon)) return () => true;
  // "Freitag morgen" is no tomorrow.
  const isMorning = says(unread, `(?:${words.morning}|(?:${weekday}|${words.today}) ${words.tomorrow})`);
  if (isMorning) return () => undefined;
  // A coworking day has no 2 at night: "at 2" is 14:00.
  return (hour = "") => new RegExp(`^${words.afternoonHours}$`).test(hour) || undefined;
}

/** Which half of the day was said with a time, if any. */
function isPm(half: string | undefined, words: Vocabulary["words"]): boolean | undefined {
  return half === undefined ? undefined : new RegExp(`^${words.pm}$`).test(half);
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
