import { readerOf, type HourCycle } from "@working-social/kernel";

/** What this device keeps of whoever was here last, so that its first word is in their language already. */
export interface KeptPreferences {
  readonly language: string | null;
  readonly region: string | null;
  readonly hourCycle: HourCycle | null;
  /** Of their location, for whoever wishes for no language that there is. */
  readonly placeLanguage: string | null;
}

/** For tests: English with accents on its letters, and longer by two fifths; `ar-XB` says the same from right to left. */
export type PseudoLocale = "en-XA" | "ar-XB";

const PREFERENCES = "preferences";
const PSEUDO_LOCALE = "pseudo-locale";

const kept = readKept();

/**
 * How the reader of this page reads: by choice, else as the browser asks, else as their location does. The same from the first
 * word to the last: who chooses otherwise gets the page anew.
 */
export const { language, locale, hourCycle } = readerOf(wishesOf(kept));

/** No screen offers it. */
export const pseudoLocale = readPseudoLocale();

function wishesOf({ language: chosen, region, hourCycle: clock, placeLanguage }: Partial<KeptPreferences>) {
  return {
    languages: [chosen, ...navigator.languages, placeLanguage],
    regions: [region, navigator.language],
    hourCycle: clock,
  };
}

/** Keeps what the person chose, on this device; whether the page has to come anew, since it speaks otherwise. */
export function keepPreferences(preferences: KeptPreferences): boolean {
  try {
    localStorage.setItem(PREFERENCES, JSON.stringify(preferences));
  } catch {
    return false; // Storage is refused: coming anew would change nothing.
  }
  const now = readerOf(wishesOf(preferences));
  return now.language !== language || now.locale !== locale || now.hourCycle !== hourCycle;
}

/** Says on the document what language it is in, and in which direction it runs. */
export function markDocument(document: Document): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = pseudoLocale === "ar-XB" ? "rtl" : "ltr";
}

function readKept(): Partial<KeptPreferences> {
  try {
    // Whatever it says, nobody speaks it by force: a wish that can't be met is passed over.
    return (JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}") as Partial<KeptPreferences> | null) ?? {};
  } catch {
    return {};
  }
}

function readPseudoLocale(): PseudoLocale | null {
  try {
    const stored = localStorage.getItem(PSEUDO_LOCALE);
    return stored === "en-XA" || stored === "ar-XB" ? stored : null;
  } catch {
    return null;
  }
}
