import type { WishTexts } from "./wish-texts.ts";

/** Words of a language, ready to be looked for in a folded text. */
export interface Vocabulary {
  /** The alternatives of each meaning, as part of a regular expression. */
  readonly words: WishTexts;
  /** Any number, in figures or words; any weekday; any month. */
  readonly number: string;
  readonly weekday: string;
  readonly month: string;
  /** What a word stands for: 1 to 12, 1 for Monday, 1 for January. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
  /** 12/24 for the 24th of December. */
  readonly isMonthFirst: boolean;
}

/** Small letters without marks: "Übermorgen", "ubermorgen" and "uebermorgen" are one word. Points only where figures stand. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{M}|['’]/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll(/([aou])e/g, "$1")
    .replaceAll(/(?<=\p{L})\./gu, "");
}

/** The words of a language; days and months as Intl names them for its readers in a region. */
export function vocabularyOf(texts: WishTexts, locale: string): Vocabulary {
  const numbers = meanings(texts.numbers.map((words) => words.split("|")));
  const weekdays = meanings(
    texts.weekdays.map((words, index) => [...weekdayNames(locale, index), ...words.split("|")]),
  );
  const months = meanings(Array.from({ length: 12 }, (_, index) => monthNames(locale, index)));
  return {
    words: alternatives(texts),
    number: `(?:\\d{1,3}|${oneOf([...numbers.keys()])})`,
    weekday: oneOf([...weekdays.keys()]),
    month: oneOf([...months.keys()]),
    numbers,
    weekdays,
    months,
    isMonthFirst: isMonthFirst(locale),
  };
}

function meanings(words: readonly (readonly string[])[]): Map<string, number> {
  const folded = words.flatMap((some, index) => some.map((word) => [fold(word), index + 1] as const));
  return new Map(folded.filter(([word]) => word !== ""));
}

function oneOf(words: readonly string[]): string {
  return `(?:${words.map(literal).join("|")})`;
}

/** A text as a regular expression that means just this text. */
export function literal(text: string): string {
  return text.replaceAll(/[^\p{L}\d ]/gu, "\\$&");
}

function alternatives<Words>(texts: Words): Words;
function alternatives(texts: unknown): unknown {
  if (typeof texts === "string") return oneOf(texts.split("|").map(fold));
  if (Array.isArray(texts)) return texts.map((words) => alternatives<unknown>(words));
  return Object.fromEntries(Object.entries(texts as object).map(([key, words]) => [key, alternatives<unknown>(words)]));
}

/** Long and short, also as the language has them elsewhere: Jänner and Januar. */
function namesOf(
  locale: string,
  at: number,
  options: (width: "long" | "short") => Intl.DateTimeFormatOptions,
): string[] {
  const { language } = new Intl.Locale(locale);
  return [locale, language].flatMap((one) =>
    (["long", "short"] as const).map((width) =>
      new Intl.DateTimeFormat(one, { ...options(width), timeZone: "UTC" }).format(at),
    ),
  );
}

function weekdayNames(locale: string, index: number): string[] {
  return namesOf(locale, Date.UTC(2024, 0, 1 + index), (weekday) => ({ weekday }));
}

/** A month may be cut off anywhere after its third letter: "Sept", "Janu". */
function monthNames(locale: string, index: number): string[] {
  const names = namesOf(locale, Date.UTC(2024, index, 1), (month) => ({ month })).map(fold);
  return names.flatMap((name) =>
    name.length <= 3 ? [name] : Array.from({ length: name.length - 2 }, (_, cut) => name.slice(0, cut + 3)),
  );
}

function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: "numeric", month: "numeric" }).formatToParts(0);
  return parts.find(({ type }) => type === "day" || type === "month")?.type === "month";
}
