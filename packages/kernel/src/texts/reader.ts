import { chooseLanguage, LANGUAGES, localeTag, type Language, type LanguageWish } from "./languages.ts";

/** 2:00 PM or 14:00, as Intl names them. */
export const HOUR_CYCLES = ["h12", "h23"] as const;
export type HourCycle = (typeof HOUR_CYCLES)[number];

/** How somebody reads: sentences in a language, dates and numbers by a locale, times by the hours of a clock. */
export interface Reader<L extends string = Language> {
  readonly language: L;
  /** BCP 47, language and region: "en-GB". For every Intl format. */
  readonly locale: string;
  readonly hourCycle: HourCycle;
}

/** What is known of a reader, the most telling first. */
export interface ReaderWishes {
  /** Their choice, their browser's list, their location's, the oldest location's. */
  readonly languages: readonly LanguageWish[];
  /** A region ("US") or a tag that has or implies one ("en-US", "de"), in the same order. */
  readonly regions: readonly LanguageWish[];
  /** A choice against the region's habit. */
  readonly hourCycle?: string | null | undefined;
}

/** The region of a language where nobody says one: dates and numbers as its texts are written. */
const usualRegion: Readonly<Record<string, string>> = { en: "GB", de: "DE", es: "ES", fr: "FR" };

/** Decides how somebody reads, of the languages on offer. Wishes that nobody can meet are passed over. */
export function readerOf(wishes: ReaderWishes): Reader;
export function readerOf<L extends string>(wishes: ReaderWishes, offered: readonly [L, ...L[]]): Reader<L>;
export function readerOf(
  { languages, regions, hourCycle }: ReaderWishes,
  offered: readonly [string, ...string[]] = LANGUAGES,
): Reader<string> {
  const language = chooseLanguage(offered, languages);
  const region = regions.map(regionOf).find((one) => one !== undefined) ?? usualRegion[language];
  const locale = new Intl.Locale(language, region === undefined ? {} : { region }).toString();
  return { language, locale, hourCycle: HOUR_CYCLES.find((one) => one === hourCycle) ?? usualHourCycle(locale) };
}

/** Whether a text is the code of a region: ISO 3166 ("CH"), or a number of UN M.49. */
export function isRegion(code: string): boolean {
  return /^([A-Z]{2}|\d{3})$/.test(code);
}

function regionOf(wish: LanguageWish): string | undefined {
  if (wish && isRegion(wish)) return wish;
  return localeTag(wish)?.maximize().region;
}

/** How a locale counts hours: 2:00 PM in en-US, 14:00 in en-GB. */
export function usualHourCycle(locale: string): HourCycle {
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  return hour12 === true ? "h12" : "h23";
}
