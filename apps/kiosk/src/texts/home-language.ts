import type { KioskLanguage, Reader } from "@working-social/kernel";
import { chooseLanguage, KIOSK_LANGUAGES, localeTag, readerOf } from "@working-social/kernel";

/** What the location speaks, kept in this browser: the kiosk knows it after a restart, before anybody answers. */
const STORAGE_KEY = "kiosk-language";

/** How a location reads, as a tag: "de-AT", or "de" where it says no region. */
export function placeTag({ language, region }: { language: string; region: string | null }): string {
  return region === null ? language : `${language}-${region}`;
}

/**
 * How the kiosk is read while nobody has chosen: as the location says, else as the browser does. Of a region that the location
 * does not say, the browser may know where it is about the same language.
 */
export function homeReader(place: string | null): Reader<KioskLanguage> {
  const language = chooseLanguage(KIOSK_LANGUAGES, [place, ...navigator.languages]);
  const sameLanguage = navigator.languages.filter((tag) => localeTag(tag)?.language === language);
  const regions = [localeTag(place)?.region, ...sameLanguage];
  return readerOf({ languages: [language], regions }, KIOSK_LANGUAGES);
}

export function keptPlace(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null; // Private windows may store nothing.
  }
}

export function keepPlace(tag: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, tag);
  } catch {
    // Where nothing may be stored, the location says it again with its next answer.
  }
}
