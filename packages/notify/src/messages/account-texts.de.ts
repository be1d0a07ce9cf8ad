import { plural } from "@working-social/kernel";
import type { AccountTexts } from "./account-texts.ts";

export const german: AccountTexts = {
  changes: {
    passkey_added: "Ihrem Konto wurde ein Passkey hinzugefügt",
    passkey_removed: "Ein Passkey wurde aus Ihrem Konto entfernt",
    factor_added: "Für Ihr Konto wurde der zweite Faktor eingeschaltet",
    factor_removed: "Für Ihr Konto wurde der zweite Faktor ausgeschaltet",
    password_changed: "Das Passwort Ihres Kontos wurde geändert",
    password_rests: "Das Passwort Ihres Kontos ist gesperrt",
  },
  changedOn: {
    passkey_added: (when) => `Am ${when} wurde Ihrem Konto ein Passkey hinzugefügt.`,
    passkey_removed: (when) => `Am ${when} wurde ein Passkey aus Ihrem Konto entfernt.`,
    factor_added: (when) => `Am ${when} wurde für Ihr Konto der zweite Faktor eingeschaltet.`,
    factor_removed: (when) => `Am ${when} wurde für Ihr Konto der zweite Faktor ausgeschaltet.`,
    password_changed: (when) => `Am ${when} wurde das Passwort Ihres Kontos geändert.`,
    password_rests: (when) => `Am ${when} wurde das Passwort Ihres Kontos gesperrt.`,
  },
  ifNotYou:
    "Waren Sie das selbst, müssen Sie nichts tun. Wenn nicht, melden Sie sich mit einem Code an, beenden Sie unter „Konto“ alle anderen Sitzungen, legen Sie mit einem Code aus der E-Mail ein neues Passwort fest und geben Sie Ihrem Coworking-Space Bescheid.",
  rests:
    "Jemand hat hundertmal ein falsches Passwort eingegeben. Deshalb lässt sich Ihr Konto mit keinem Passwort mehr öffnen, bis Sie ein neues festlegen. Mit einem Code aus der E-Mail oder einem Passkey melden Sie sich an wie bisher; ein neues Passwort legen Sie unter „Konto“ mit einem Code aus der E-Mail fest. In Ihr Konto ist niemand gelangt.",
  seeAccount: "Konto ansehen",

  invited: (organization) => `Einladung von ${organization}`,
  invitedTo: (organization) => `${organization} lädt Sie ein, Räume und Arbeitsplätze zu buchen.`,
  signInWith: (address) =>
    `Melden Sie sich mit dieser Adresse an: ${address}. Wir senden Ihnen einen Code; ein Passwort brauchen Sie nicht.`,
  signIn: "Anmelden",

  codeSubjects: {
    sign_in: (code) => `${code} ist Ihr Anmeldecode`,
    reset_password: (code) => `${code} ist Ihr Code für ein neues Passwort`,
    verify_email: (code) => `${code} ist Ihr Bestätigungscode`,
  },
  codeTitles: {
    sign_in: "Ihr Anmeldecode:",
    reset_password: "Ihr Code für ein neues Passwort:",
    verify_email: "Ihr Bestätigungscode:",
  },
  codeValidity: (minutes) =>
    plural("de", minutes, {
      one: "Er gilt eine Minute lang und nur einmal.",
      other: `Er gilt ${minutes} Minuten lang und nur einmal.`,
    }),
  codeWarning:
    "Wenn Sie ihn nicht angefordert haben, ignorieren Sie diese E-Mail: Ohne den Code kommt niemand in Ihr Konto. Geben Sie ihn nie weiter.",
};
