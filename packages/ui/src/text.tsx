import { createContext, useContext, useMemo, type ReactNode } from "react";
import { englishUiTexts, type UiTexts } from "./ui-texts.ts";

type UiLanguage = { texts: UiTexts; locale: string };

const UiLanguageContext = createContext<UiLanguage>({ texts: englishUiTexts, locale: "en-GB" });

export type UiTextProviderProps = {
  /** The components' own few words, in the reader's language. */
  texts?: UiTexts | undefined;
  /** BCP 47 tag for dates and numbers, e.g. "de-AT": with its region, which says on which day a week begins. */
  locale?: string | undefined;
  children: ReactNode;
};

/** Gives the components their own few words and the locale of dates and numbers. */
export function UiTextProvider({ texts = englishUiTexts, locale = "en-GB", children }: UiTextProviderProps) {
  const language = useMemo(() => ({ texts, locale }), [texts, locale]);
  return <UiLanguageContext value={language}>{children}</UiLanguageContext>;
}

/** The words of the components in the current language. */
export function useUiText(): UiTexts {
  return useContext(UiLanguageContext).texts;
}

/** BCP 47 tag for dates and numbers. */
export function useUiLocale(): string {
  return useContext(UiLanguageContext).locale;
}
