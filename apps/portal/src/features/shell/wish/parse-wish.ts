import type { LocalDate } from "@working-social/kernel";
import type { BookSearch } from "../../day/book-search.ts";
import { takeDate } from "./take-date.ts";
import { inFigures } from "./spoken-clock.ts";
import { takeLength, valueOf } from "./take-length.ts";
import { halfUnsaid, takeSpan, takeTime } from "./take-time.ts";
import { take, type Unread } from "./take.ts";
import { fold, literal, type Vocabulary } from "./vocabulary.ts";

/** What the words are read against: the location's today, and the features that its rooms have. */
export interface WishContext {
  today: LocalDate;
  features: readonly string[];
}

export type Wish = Pick<BookSearch, "date" | "time" | "minutes" | "people" | "features" | "kinds">;

/**
 * "A room for 6 with a screen, tomorrow 14:00, 90 minutes" as the search of the Book page. Null where that is not what was
 * typed: one word alone ("booth", "6") is a name to look for. What it does not understand it leaves out. Of several languages,
 * the first of those that understand most.
 */
export function parseWish(typed: string, context: WishContext, languages: readonly Vocabulary[]): Wish | null {
  const unread = { text: ` ${separated(fold(typed))} ` };
  const [best] = languages
    .map((vocabulary) => readWish(unread, context, vocabulary))
    .sort((one, other) => partsOf(other) - partsOf(one));
  return best !== undefined && saidOf(best) > 0 && partsOf(best) > 1 ? best : null;
}

/** Commas and spaces part words; the comma of "1,5" is none of those, that of "14:00,90 minutes" is. */
function separated(text: string): string {
  return text
    .replaceAll(/;|,(?!\d)|(?<!\d),|(?<=:\d\d),|,(?=\d+:)/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function readWish(typed: Unread, { today, features }: WishContext, vocabulary: Vocabulary): Wish {
  const unread = apart(typed, vocabulary);
  const length = takeLength(unread, vocabulary);
  const date = takeDate(length.rest, vocabulary, today);
  const isLate = halfUnsaid(unread, vocabulary);
  const span = takeSpan(inFigures(date.rest, vocabulary), vocabulary, isLate);
  const time = takeTime(span.rest, vocabulary, isLate);
  const { text } = time.rest;
  const ending = `${vocabulary.words.pluralEnding}?`;
  return {
    date: date.meaning,
    time: span.meaning?.time ?? time.meaning,
    minutes: span.meaning?.minutes ?? length.meaning,
    people: peopleOf(time.rest, vocabulary),
    features: features.filter((feature) => new RegExp(` ${literal(fold(feature))}${ending} `).test(text)),
    kinds: kindsOf(text, vocabulary),
  };
}

/** "Freitagmittag" says two things. */
function apart({ text }: Unread, { weekday, words }: Vocabulary): Unread {
  return { text: text.replace(new RegExp(` (${weekday})(${words.partOfDay})s? `), " $1 $2 ") };
}

function peopleOf(unread: Unread, { words, number, numbers }: Vocabulary): number | undefined {
  const read = (word?: string) => valueOf(word, numbers) || undefined;
  return take(unread, [
    [words.alone, () => 1],
    // Each of "6 to 8 people" needs a seat.
    [`${number} ?(?:-|–|${words.until}) ?(${number}) ${words.people}`, read],
    [`(${number}) ${words.people}`, read],
    [`${words.for} (${number})(?! ${words.days} )`, read],
  ]).meaning;
}

function kindsOf(text: string, { words }: Vocabulary): Wish["kinds"] {
  const kinds = ["room", "booth", "hot_desk"] as const;
  const kind = kinds.find((one) => new RegExp(` ${words.kinds[one]}${words.pluralEnding}? `).test(text));
  return kind === undefined ? [] : [kind];
}

/** How much of a wish says when, how long or for how many: names of rooms say none of it. */
function saidOf({ date, time, minutes, people }: Wish): number {
  return [date, time, minutes, people].filter((part) => part !== undefined).length;
}

function partsOf(wish: Wish): number {
  return saidOf(wish) + (wish.features ?? []).length + (wish.kinds ?? []).length;
}
