import { plural } from "@working-social/kernel";
import type { UiTexts } from "./ui-texts.ts";

export const frenchUiTexts: UiTexts = {
  cancel: "Annuler",
  chooseDate: "Choisir une date",
  clear: "Effacer",
  close: "Fermer",
  decrease: "Moins",
  dismiss: "Masquer",
  increase: "Plus",
  loading: "Chargement",
  mainNavigation: "Navigation principale",
  more: "Plus",
  nextMonth: "Mois suivant",
  noResults: "Aucun résultat",
  notifications: "Notifications",
  numbers: {
    atLeast: (number) => `Au minimum ${number}.`,
    atMost: (number) => `Au maximum ${number}.`,
    notANumber: (example) => `Ce n’est pas un nombre. Écrivez-le par exemple ainsi\u00A0: ${example}.`,
    tooManyDecimals: (most) =>
      plural("fr", most, {
        one: "Au maximum un chiffre après la virgule.",
        other: `Au maximum ${most} chiffres après la virgule.`,
      }),
    tooManyDigits: "Ce nombre est trop grand.",
    wholeNumber: "Un nombre entier, s’il vous plaît.",
  },
  optional: "facultatif",
  previousMonth: "Mois précédent",
  required: "obligatoire",
  retry: "Réessayer",
  search: "Rechercher",
  skipToContent: "Aller au contenu",
};
