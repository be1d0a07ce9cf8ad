import type { KioskLanguage, LanguageWish } from "@working-social/kernel";
import { chooseLanguage, KIOSK_LANGUAGES } from "@working-social/kernel";

/** What the location speaks, kept in this browser: the kiosk knows it after a restart, before anybody answers. */
const STORAGE_KEY = "kiosk-language";

/** The language that the kiosk comes back to: the location's, else the browser's. */
export function homeLanguage(): KioskLanguage {
  return chooseLanguage(KIOSK_LANGUAGES, [keptWish(), ...navigator.languages]);
}

function keptWish(): LanguageWish {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null; // Private windows may store nothing.
  }
}

export function keepHomeLanguage(language: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Where nothing may be stored, the location says it again with its next answer.
  }
}
