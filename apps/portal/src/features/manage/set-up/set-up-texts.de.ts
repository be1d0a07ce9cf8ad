import type { SetUpTexts } from "./set-up-texts.ts";

export const texts: SetUpTexts = {
  title: "Richten Sie Ihren Space ein",
  done: (n, all) => `${n} von ${all} erledigt`,
  lead: "Mitglieder können buchen, sobald es etwas zu buchen gibt. Der Rest sorgt für faire Regeln und Einnahmen.",
  hide: "Liste ausblenden",
  show: "Liste zum Einrichten anzeigen",
  next: (title) => `Als Nächstes: ${title}`,
  doneMark: "Erledigt",
  openMark: "Zu tun",
  steps: {
    location: { title: "Ein Standort", text: "Mit Zeitzone, Währung und Steuer." },
    hours: { title: "Öffnungszeiten", text: "Wann gebucht werden kann." },
    resources: { title: "Räume und Arbeitsplätze", text: "Was gebucht werden kann." },
    rates: { title: "Preise", text: "Was es kostet. Ohne Preise ist alles kostenlos." },
    rules: {
      title: "Buchungsregeln",
      text: "Wie lange, wie weit im Voraus, für wen. Ohne Regeln ist alles möglich.",
    },
    people: { title: "Mitglieder", text: "Wer buchen darf. Die Anmeldung geht mit einem Code per E-Mail." },
  },
};
