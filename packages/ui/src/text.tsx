import type { NumberWords } from "./number-words.ts";
import { createContext, useContext, useMemo, type ReactNode } from "react";

/** The few words that components say by themselves. Everything else comes by props, in the user's language. */
export type UiText = {
  cancel: string;
  chooseDate: string;
  clear: string;
  close: string;
  decrease: string;
  dismiss: string;
  increase: string;
  loading: string;
  mainNavigation: string;
  more: string;
  nextMonth: string;
  noResults: string;
  notifications: string;
  /** What fields for numbers say; their English words load with them. */
  numbers?: NumberWords;
  optional: string;
  previousMonth: string;
  required: string;
  retry: string;
  search: string;
  skipToContent: string;
};

const english: UiText = {
  cancel: "Cancel",
  chooseDate: "Choose a date",
  clear: "Clear",
  close: "Close",
  decrease: "Less",
  dismiss: "Dismiss",
  increase: "More",
  loading: "Loading",
  mainNavigation: "Main",
  more: "More",
  nextMonth: "Next month",
  noResults: "Nothing found",
  notifications: "Notifications",
  optional: "optional",
  previousMonth: "Previous month",
  required: "required",
  retry: "Try again",
  search: "Search",
  skipToContent: "Skip to content",
};

type UiLanguage = { text: UiText; locale: string };

const UiLanguageContext = createContext<UiLanguage>({ text: english, locale: "en-GB" });

export type UiTextProviderProps = {
  /** Overrides of the English words. */
  text?: Partial<UiText> | undefined;
  /** BCP 47 tag for dates and numbers, e.g. "de-AT". */
  locale?: string | undefined;
  children: ReactNode;
};

/** Gives the components their own few words and the locale of dates and numbers. */
export function UiTextProvider({ text, locale = "en-GB", children }: UiTextProviderProps) {
  const language = useMemo(() => ({ text: { ...english, ...text }, locale }), [text, locale]);
  return <UiLanguageContext value={language}>{children}</UiLanguageContext>;
}

/** The words of the components in the current language. */
export function useUiText(): UiText {
  return useContext(UiLanguageContext).text;
}

/** BCP 47 tag for dates and numbers. */
export function useUiLocale(): string {
  return useContext(UiLanguageContext).locale;
}
