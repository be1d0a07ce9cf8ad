import { plural } from "@working-social/kernel";
import type { UiTexts } from "./ui-texts.ts";

export const germanUiTexts: UiTexts = {
  cancel: "Abbrechen",
  chooseDate: "Datum wählen",
  clear: "Leeren",
  close: "Schließen",
  decrease: "Weniger",
  dismiss: "Ausblenden",
  increase: "Mehr",
  loading: "Wird geladen",
  mainNavigation: "Hauptnavigation",
  more: "Mehr",
  nextMonth: "Nächster Monat",
  noResults: "Nichts gefunden",
  notifications: "Meldungen",
  numbers: {
    atLeast: (number) => `Mindestens ${number}.`,
    atMost: (number) => `Höchstens ${number}.`,
    notANumber: (example) => `Das ist keine Zahl. Schreiben Sie sie zum Beispiel so: ${example}.`,
    tooManyDecimals: (most) =>
      plural("de", most, {
        one: "Höchstens eine Stelle nach dem Komma.",
        other: `Höchstens ${most} Stellen nach dem Komma.`,
      }),
    tooManyDigits: "Diese Zahl ist zu groß.",
    wholeNumber: "Bitte eine ganze Zahl.",
  },
  optional: "optional",
  previousMonth: "Voriger Monat",
  required: "Pflichtfeld",
  retry: "Noch einmal versuchen",
  search: "Suchen",
  skipToContent: "Zum Inhalt springen",
};
