import type { KioskLanguage, Reader } from "@working-social/kernel";
import { KIOSK_LANGUAGES, readerOf } from "@working-social/kernel";
import { UiTextProvider } from "@working-social/ui";
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { formatsOf } from "./formats.ts";
import { homeReader, keepPlace, keptPlace } from "./home-language.ts";
import { english, type KioskTexts } from "./kiosk-texts.ts";
import { fetchAllWords, fetchWords, wordsOf } from "./words.ts";

export interface KioskLanguageState {
  reader: Reader<KioskLanguage>;
  texts: KioskTexts;
  /** Whether somebody has chosen another language than the location's. */
  isChosen: boolean;
  choose: (language: KioskLanguage) => void;
  /** Back to what the location speaks: whoever chose has gone. */
  goHome: () => void;
  /** The location has said what it speaks, as a tag. */
  settle: (place: string) => void;
}

const LanguageContext = createContext<KioskLanguageState | null>(null);

/** The language of the kiosk: the location's, until somebody chooses another, for as long as they stay. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  // An object, so that the same place said again looks anew whether its words have come.
  const [place, setPlace] = useState(() => ({ tag: keptPlace() }));
  const [chosen, setChosen] = useState<KioskLanguage | null>(null);
  const home = homeReader(place.tag);
  const shown = chosen ?? (wordsOf(home.language) ? home.language : "en");
  const { ui, texts } = wordsOf(shown) ?? english;
  useEffect(() => void fetchAllWords(), []);
  useEffect(() => {
    document.documentElement.lang = shown;
  }, [shown]);

  // Guests keep the numbers and the clock of the place.
  const reader = useMemo(
    () => readerOf({ languages: [shown], regions: [home.locale] }, KIOSK_LANGUAGES),
    [shown, home.locale],
  );
  const state = useMemo<KioskLanguageState>(
    () => ({
      reader,
      texts: texts(formatsOf(reader)),
      isChosen: chosen !== null,
      choose: (language) =>
        void fetchWords(language).then((isHere) => isHere && setChosen(language === home.language ? null : language)),
      goHome: () => setChosen(null),
      settle: (tag) => {
        keepPlace(tag);
        void fetchWords(homeReader(tag).language).then(() => setPlace({ tag }));
      },
    }),
    [reader, texts, chosen, home.language],
  );
  return (
    <LanguageContext value={state}>
      <UiTextProvider texts={ui} locale={reader.locale}>
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
