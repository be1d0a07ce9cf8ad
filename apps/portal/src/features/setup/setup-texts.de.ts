import type { SetupTexts } from "./setup-texts.ts";

export const texts: SetupTexts = {
  title: "Ihren Coworking-Space einrichten",
  intro:
    "Noch ist niemand hier. Geben Sie dem Space einen Namen und sagen Sie, wer ihn leitet; Räume, Öffnungszeiten und Preise kommen danach.",
  code: "Einrichtungscode",
  codeHint: "Der Server hat ihn beim Start ausgegeben: Fragen Sie, wer ihn betreibt.",
  wrongCode: "Das ist nicht der Code, den der Server ausgegeben hat.",
  organization: "Name des Space",
  organizationHint: "So, wie man ihn kennt: Quayside Works.",
  location: "Erster Standort",
  locationHint: "Ein Space kann mehrere haben: Old Harbour, Rope Walk.",
  timeZone: "Zeitzone",
  currency: "Währung",
  owner: "Sie",
  ownerName: "Ihr Name",
  ownerEmail: "Ihre E-Mail-Adresse",
  ownerPassword: "Passwort",
  ownerPasswordHint: "Mindestens zwölf Zeichen. Ein Satz lässt sich leicht merken.",
  create: "Space einrichten",
  needed: "Das fehlt noch.",
  wrongEmail: "Das sieht nicht nach einer E-Mail-Adresse aus.",
  shortPassword: "Mindestens zwölf Zeichen.",
  commonPassword: "Das ist eines der Passwörter, die als Erste ausprobiert werden. Denken Sie sich ein anderes aus.",
  done: "Ihr Space ist eingerichtet. Willkommen.",
};
