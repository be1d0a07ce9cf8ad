import { LONGEST_MINUTES } from "@working-social/booking/rules";
import { take, type Reading, type Unread } from "./take.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** "2 hours", "1h30", "half an hour", "1,5 Stunden". */
export function takeLength(unread: Unread, vocabulary: Vocabulary) {
  const { words } = vocabulary;
  // "In 2 hours" is when it starts, and no length.
  const { rest: now } = take(unread, lengths(`${words.in} `, vocabulary));
  const { meaning, rest } = take(now, lengths(`(?:${words.for} )?`, vocabulary));
  const minutes = meaning === undefined ? undefined : Math.round(meaning);
  const isLength = minutes !== undefined && minutes >= 5 && minutes <= LONGEST_MINUTES;
  return { meaning: isLength ? minutes : undefined, rest };
}

/** In minutes. */
function lengths(before: string, { words, number, numbers, month }: Vocabulary): Reading<number>[] {
  const value = (word?: string) => valueOf(word, numbers);
  // "2 Stunden 30" goes on with minutes, "2 Stunden 30 Personen" with something else.
  const notElse = `(?! (?:${words.people}|${words.oclock}|${words.am}|${words.pm}|${month}) )`;
  const amount = `(\\d{1,2}(?:[.,]\\d)?|${number})`;
  return [
    [before + words.hourAndAHalf, () => 90],
    [
      `${before}(\\d{1,2}) ?${words.hours} ?(?:(\\d{1,2}) ?${words.minutes}|(\\d\\d)${notElse})`,
      (hours, minutes, bare) => Number(hours) * 60 + Number(minutes ?? bare),
    ],
    [`${before}${amount} ?-?${words.hours}`, (hours) => value(hours) * 60],
    [`${before}(${number}) ?-?${words.minutes}`, (minutes) => value(minutes)],
    [before + words.threeQuartersHour, () => 45],
    [before + words.halfAnHour, () => 30],
    [before + words.quarterHour, () => 15],
    [before + words.anHour, () => 60],
  ];
}

/** A figure or a word; 0 for nothing said. */
export function valueOf(word: string | undefined, numbers: ReadonlyMap<string, number>): number {
  if (word === undefined) return 0;
  return numbers.get(word) ?? Number(word.replace(",", "."));
}
