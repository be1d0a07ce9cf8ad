import type { KioskLanguage } from "@working-social/kernel";
import { KIOSK_LANGUAGES } from "@working-social/kernel";
import { english, type KioskWords } from "./kiosk-texts.ts";

type Fetched = Exclude<KioskLanguage, "en">;

/** English is a part of the program, since everything falls back to it; the others come one by one. */
const FETCH: Record<Fetched, () => Promise<KioskWords>> = {
  de: async () => (await import("./kiosk-texts.de.ts")).german,
  es: async () => (await import("./kiosk-texts.es.ts")).spanish,
  fr: async () => (await import("./kiosk-texts.fr.ts")).french,
};

const kept: Partial<Record<KioskLanguage, KioskWords>> = { en: english };

/** The words of a language, if they are here. */
export function wordsOf(language: KioskLanguage): KioskWords | undefined {
  return kept[language];
}

/** Fetches the words of a language once; whether they are here now. False without a network: ask again later. */
export async function fetchWords(language: KioskLanguage): Promise<boolean> {
  if (language === "en" || kept[language]) return true;
  try {
    kept[language] = await FETCH[language]();
    return true;
  } catch {
    return false; // A file that no network brings: whoever asked stays with the language that is there.
  }
}

/** So that a language can be chosen while there is no network. */
export async function fetchAllWords(): Promise<void> {
  await Promise.all(KIOSK_LANGUAGES.map(fetchWords));
}
