import type { CancellationTier, RateView } from "@working-social/booking/schema";
import { formatList, formatPercent, plural } from "@working-social/kernel";
import { locale } from "../../../lib/locale.ts";
import type { ManageRatesTexts } from "./rates-texts.ts";

const per: Record<RateView["unit"], string> = {
  hour: "pro Stunde",
  half_day: "pro halben Tag",
  day: "pro Tag",
};

const inDays = (hours: number) => hours >= 48 && hours % 24 === 0;
const length = (hours: number) =>
  inDays(hours) ? `${hours / 24} Tage` : plural("de", hours, { one: `${hours} Stunde`, other: `${hours} Stunden` });

/** „in den letzten 2 Stunden“ */
const last = (hours: number) =>
  inDays(hours)
    ? `in den letzten ${hours / 24} Tagen`
    : plural("de", hours, { one: "in der letzten Stunde", other: `in den letzten ${hours} Stunden` });

function share({ feePercent }: CancellationTier): string {
  if (feePercent === 100) return "der volle Preis";
  return feePercent === 50 ? "die Hälfte des Preises" : `${formatPercent(locale, feePercent / 100)} des Preises`;
}

export const texts: ManageRatesTexts = {
  rates: {
    subtitle: "Was Zeit kostet. Es gilt der Preis, der am genauesten passt; Zeit ohne Preis ist kostenlos.",
    add: "Preis anlegen",
    newTitle: "Neuer Preis",
    emptyTitle: "Keine Preise: Alles ist kostenlos",
    emptyText:
      "Ein erster Preis könnte sein: Räume für 20\u00A0€ pro Stunde, für alle. Ein zweiter für Mitglieder kann niedriger sein.",
    name: "Name",
    nameHint: "Steht am Preis und später auf der Rechnung: Raumstunde, Abend, Studio-Mitglieder.",
    what: "Wofür",
    whatAndWho: "Wofür und für wen",
    who: "Für wen",
    when: "Wann",
    price: "Preis",
    always: "Immer",
    audience: "Für wen",
    audiences: { anyone: "Alle", member: "Mitglieder", non_member: "Nichtmitglieder" },
    audienceHint: "Mitglied ist, wer einen Tarif hat.",
    plan: "Nur für den Tarif",
    anyPlan: "Jeder Tarif",
    planPeople: (name) => `Tarif ${name}`,
    weekdays: "An diesen Tagen",
    weekdaysHint: "Ist keiner gewählt, gilt der Preis jeden Tag.",
    from: "Von",
    to: "Bis",
    unit: "Berechnet nach",
    units: { hour: "Stunden, auf die Minute", half_day: "halben Tagen zu 4 Stunden", day: "Tagen" },
    free: "Kostenlos",
    perText: (price, unit) => `${price} ${per[unit]}`,
    withMinimum: (perUnit, minimum) => `${perUnit}, mindestens ${minimum}`,
    minimum: "Mindestbetrag",
    minimumHint: "So viel kostet eine Buchung mindestens. Leer: kein Mindestbetrag.",
    saved: (name) => `„${name}“ ist gespeichert.`,
    archived: (name) => `„${name}“ wird nicht mehr berechnet.`,
    archiveTitle: (name) => `„${name}“ archivieren?`,
    archiveText: "Neue Buchungen werden nicht mehr damit berechnet. Vereinbarte Preise bleiben.",
    bandForward: "Das Ende muss nach dem Anfang liegen.",
    preview: "Was das kostet",
    previewLead: (what, duration, day, time) => `${what}: ${duration} am ${day} um ${time} Uhr`,
    previewLength: "Dauer",
    previewDay: "Tag",
    previewTime: "Uhrzeit",
    previewHint: "Mit Ihren anderen Preisen und diesem, wie er hier steht. Gespeichert ist noch nichts.",
    previewOther: "Hier passt ein anderer Preis genauer, deshalb zählt dieser nicht.",
    previewNone: "Geben Sie einen Preis ein, um ihn hier zu sehen.",
    span: (from, to) => `${from}–${to}`,
    days: (runs) => formatList("de", runs, "unit"),
    onDays: (days, band) => `${days} ${band}`,
  },
  policies: {
    subtitle:
      "Bis wann Stornieren kostenlos ist und was es danach kostet. Für eine Buchung gelten die Bedingungen vom Tag des Buchens.",
    add: "Bedingungen anlegen",
    newTitle: "Neue Stornobedingungen",
    emptyTitle: "Stornieren ist kostenlos",
    emptyText:
      "Ohne Stornobedingungen können Mitglieder bis zum Beginn kostenlos stornieren. Üblich ist: kostenlos bis 24 Stunden vorher, danach die Hälfte.",
    name: "Name",
    nameHint: "Mitglieder sehen ihn bei der Buchung: Räume, 24 Stunden.",
    tiers: "Was es kostet",
    hoursBefore: (n) => `Stufe ${n}: Stunden vor Beginn`,
    feePercent: (n) => `Stufe ${n}: Prozent des Preises`,
    fromHours: "Ab",
    hours: "h vorher",
    percent: "%",
    addTier: "Weitere Stufe",
    removeTier: (n) => `Stufe ${n} entfernen`,
    tiersWrong: "Jede Stufe hat ihre eigene Zeit, und die Gebühr steigt nur, je näher der Beginn rückt.",
    picture: (sentence) => `Die Bedingungen als Zeitstrahl: ${sentence}`,
    bookedAt: "gebucht",
    start: "Beginn",
    free: "kostenlos",
    fee: (percent) => formatPercent(locale, percent / 100),
    before: (hours) => `−${length(hours)}`,
    sentence: (parts) => `${formatList("de", parts, "unit")}.`,
    freeUntil: (hours) => (hours === 0 ? "Kostenlos bis zum Beginn" : `Kostenlos bis ${length(hours)} vor Beginn`),
    after: (tier) => `danach ${share(tier)}`,
    from: (tier) =>
      tier.hoursBefore === 0 ? `nach dem Beginn ${share(tier)}` : `${last(tier.hoursBefore)} ${share(tier)}`,
    freeAlways: "Kostenlos bis zum Beginn.",
    saved: (name) => `„${name}“ ist gespeichert.`,
    archived: (name) => `„${name}“ gilt nicht mehr.`,
    archiveTitle: (name) => `„${name}“ archivieren?`,
    archiveText:
      "Neue Buchungen lassen sich dann kostenlos stornieren, außer es passen allgemeinere Bedingungen. Für bestehende Buchungen gelten sie weiter.",
  },
};
