import { formatList, plural } from "@working-social/kernel";
import { formatMinutes } from "../../../../lib/format.ts";
import type { RulesTexts } from "./rules-texts.ts";

const days = (n: number) => plural("de", n, { one: `${n} Tag`, other: `${n} Tage` });
const per = { person: "pro Person", team: "pro Team" };

const parts: RulesTexts["parts"] = {
  mayNotBook: "nicht buchbar",
  needsApproval: "jede Buchung muss genehmigt werden",
  granularity: (minutes) => `in Schritten von ${formatMinutes(minutes)}`,
  between: (min, max) => `${formatMinutes(min)} bis ${formatMinutes(max)} lang`,
  exactly: (minutes) => `genau ${formatMinutes(minutes)} lang`,
  atLeast: (minutes) => `mindestens ${formatMinutes(minutes)}`,
  atMost: (minutes) => `höchstens ${formatMinutes(minutes)}`,
  notice: (minutes) => `${formatMinutes(minutes)} Vorlauf`,
  windowDays: (n) => (n === 0 ? "nur am selben Tag buchbar" : `${days(n)} im Voraus buchbar`),
  windowExact: (n) => `auf die Minute ${days(n)} im Voraus buchbar`,
  buffers: (before, after) => `${formatMinutes(before)} davor und ${formatMinutes(after)} danach frei`,
  bufferBefore: (minutes) => `${formatMinutes(minutes)} davor frei`,
  bufferAfter: (minutes) => `${formatMinutes(minutes)} danach frei`,
  atOnce: (max, by) => `${max} gleichzeitig ${per[by]}`,
  aDay: (minutes, by) => `${formatMinutes(minutes)} am Tag ${per[by]}`,
  upcoming: (max, by) =>
    plural("de", max, { one: `${max} künftige Buchung ${per[by]}`, other: `${max} künftige Buchungen ${per[by]}` }),
  hold: (minutes) => `${formatMinutes(minutes)} vormerkbar`,
};

export const texts: RulesTexts = {
  subtitle: "Wie lange, wie weit im Voraus und für wen. Regeln gelten zusammen; die strengste entscheidet.",
  add: "Regel anlegen",
  newTitle: "Neue Regel",
  emptyTitle: "Keine Regeln: Alles geht",
  emptyText:
    "Ohne Regeln buchen Mitglieder, was frei ist: bis zu 31 Tage am Stück und bis zu zwei Jahre im Voraus. Eine erste Regel könnte sein: Räume für höchstens 4 Stunden, 30 Tage im Voraus.",
  sentence: (what, who, limits) => {
    const says = limits.length === 0 ? "noch keine Grenze" : formatList("de", limits, "unit");
    return who ? `${what}, für ${who}: ${says}.` : `${what}: ${says}.`;
  },
  everyoneExcept: (named) => `alle außer ${named}`,
  plan: (name) => `Tarif ${name}`,
  team: (name) => `Team ${name}`,
  role: (name) => `Rolle ${name}`,
  gone: "etwas, das es nicht mehr gibt",
  parts,
  preview: "In einem Satz",
  name: "Name der Regel",
  nameHint: "Mitglieder lesen ihn, wenn die Regel sie aufhält: Faire Nutzung der Räume.",
  noLimit: "Ein leeres Feld setzt keine Grenze.",
  who: "Wer und was",
  audience: "Für wen",
  audienceModes: { only: "Nur für die Genannten", except: "Für alle außer den Genannten" },
  audienceHint: "Ist niemand genannt, gilt die Regel für alle.",
  plans: "Tarife",
  teams: "Teams",
  roles: "Rollen",
  mayNotBook: "Sie dürfen hier gar nicht buchen",
  length: "Dauer und Raster",
  minLength: "Mindestdauer",
  maxLength: "Höchstdauer",
  granularity: "In Schritten von",
  granularityHint: "Buchungen beginnen und enden in diesem Raster, gezählt ab Mitternacht.",
  ahead: "Wie weit im Voraus",
  notice: "Vorlauf",
  noticeHint: "Wie lange vor dem Beginn gebucht sein muss.",
  windowDays: "Tage im Voraus",
  windowMode: "Der letzte Tag zählt",
  windowModes: { end_of_day: "bis zu seinem Ende", exact: "bis zur selben Uhrzeit" },
  buffers: "Zeit zwischen Buchungen",
  bufferBefore: "Davor",
  bufferAfter: "Danach",
  buffersHint: "Bleibt zum Herrichten und Lüften frei. Niemand zahlt dafür.",
  limits: "Grenzen",
  limitsHint:
    "Sie zählen innerhalb dessen, wofür diese Regel gilt: höchstens ein Arbeitsplatz und dazu ein Raum sind zwei Regeln.",
  by: {
    person: {
      concurrent: "Pro Person: gleichzeitig",
      minutesPerDay: "Pro Person: an einem Tag",
      upcoming: "Pro Person: künftige Buchungen",
    },
    team: {
      concurrent: "Pro Team: gleichzeitig",
      minutesPerDay: "Pro Team: an einem Tag",
      upcoming: "Pro Team: künftige Buchungen",
    },
  },
  approval: "Genehmigung und Vormerkung",
  needsApproval: "Jede Buchung wartet auf Genehmigung",
  needsApprovalHint: "Die Zeit bleibt so lange reserviert; der Empfang findet die Anfrage unter „Heute“.",
  hold: "Vormerken für",
  holdHint: "Während jemand überlegt; danach ist die Zeit wieder frei.",
  saved: (name) => `„${name}“ ist gespeichert.`,
  archived: (name) => `„${name}“ gilt nicht mehr.`,
  archiveTitle: (name) => `„${name}“ archivieren?`,
  archiveText: "Die Regel schränkt ab sofort niemanden mehr ein. Bestehende Buchungen bleiben, wie sie sind.",
  tryIt: "Im Simulator ausprobieren",
};
