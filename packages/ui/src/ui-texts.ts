import type { NumberTexts } from "./number-texts.ts";
import type { WordsLike } from "@working-social/kernel";

const english = {
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

/** The few words that components say by themselves. Everything else comes by props, in the reader's language. */
export type UiTexts = WordsLike<typeof english> & {
  /** What fields for numbers say; their English words load with them. */
  readonly numbers?: NumberTexts;
};
export const englishUiTexts: UiTexts = english;
