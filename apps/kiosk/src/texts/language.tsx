import type { KioskLanguage, Reader } from "@working-social/kernel";
import { chooseLanguage, KIOSK_LANGUAGES, localeTag, readerOf } from "@working-social/kernel";
import { UiTextProvider } from "@working-social/ui";
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { formatsOf } from "./formats.ts";
import { homeLanguage, keepHomeLanguage } from "./home-language.ts";
import { english, type KioskTexts } from "./kiosk-texts.ts";
import { fetchAllWords, fetchWords, wordsOf } from "./words.ts";

export interface KioskLanguageState {
  reader: Reader<KioskLanguage>;
  texts: KioskTexts;
  /** Whether somebody has chosen it, rather than the location. */
  isChosen: boolean;
  choose: (language: KioskLanguage) => void;
  /** Back to what the location speaks: whoever chose has gone. */
  goHome: () => void;
  /** The location has said what it speaks. */
  settle: (location: string) => void;
}

const LanguageContext = createContext<KioskLanguageState | null>(null);

/** The language of the kiosk: the location's, until somebody chooses another, for as long as they stay. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [home, setHome] = useState<KioskLanguage>(() => (wordsOf(homeLanguage()) ? homeLanguage() : "en"));
  const [chosen, setChosen] = useState<KioskLanguage | null>(null);
  const shown = chosen ?? home;
  useEffect(() => void fetchAllWords(), []);
  useEffect(() => {
    document.documentElement.lang = shown;
  }, [shown]);

  const state = useMemo<KioskLanguageState>(() => {
    const reader = readerOf({ languages: [shown], regions: [regionOf(home)] }, KIOSK_LANGUAGES);
    return {
      reader,
      texts: (wordsOf(shown) ?? english).texts(formatsOf(reader)),
      isChosen: chosen !== null,
      choose: (language) =>
        void fetchWords(language).then((isHere) => isHere && setChosen(language === home ? null : language)),
      goHome: () => setChosen(null),
      settle: (location) => {
        const language = chooseLanguage(KIOSK_LANGUAGES, [location]);
        keepHomeLanguage(language);
        void fetchWords(language).then((isHere) => isHere && setHome(language));
      },
    };
  }, [shown, chosen, home]);
  return (
    <LanguageContext value={state}>
      <UiTextProvider texts={(wordsOf(shown) ?? english).ui} locale={state.reader.locale}>
        {children}
      </UiTextProvider>
    </LanguageContext>
  );
}

export function useLanguage(): KioskLanguageState {
  const state = useContext(LanguageContext);
  if (!state) throw new Error("There is no LanguageProvider around this.");
  return state;
}

/** What the kiosk says, in the language of whoever stands here. */
export function useTexts(): KioskTexts {
  return useLanguage().texts;
}

/**
 * Where this is, as a tag: what the device says with the language of the place ("de-AT"), else where that language is at home.
 * Guests who choose another language keep the numbers and the clock of the place.
 */
function regionOf(home: KioskLanguage): string {
  const tags = navigator.languages.filter((tag) => localeTag(tag)?.language === home);
  return readerOf({ languages: [home], regions: tags }, KIOSK_LANGUAGES).locale;
}
