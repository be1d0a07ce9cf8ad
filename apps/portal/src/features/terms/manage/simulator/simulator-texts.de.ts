import { uhr } from "../../../../lib/texts/clock.de.ts";
import type { SimulatorTexts } from "./simulator-texts.ts";

export const texts: SimulatorTexts = {
  subtitle: "Bekäme ein Mitglied diese Zeit, und was würde sie kosten? Gebucht wird dabei nichts.",
  lead: (person, resource, when) => `Könnte ${person} ${resource} buchen, ${uhr(when)}?`,
  yes: "Ja",
  yesText: (person, resource) => `${person} kann ${resource} zu dieser Zeit buchen.`,
  yesApproval: "Vorher muss jemand die Buchung genehmigen.",
  no: "Nein, denn",
  noOne: "Nein",
  told: (person) => `In den Worten, die ${person} lesen würde.`,
  rule: (name) => `Regel „${name}“`,
  nearest: "Die nächsten Zeiten, die möglich wären",
  noneNear: "In der Nähe dieser Zeit wäre nichts möglich.",
  cost: "Was es kosten würde",
  emptyTitle: "Könnte Ana das buchen?",
  empty: "Wählen Sie ein Mitglied, einen Raum und eine Zeit. Die Antwort kommt sofort, mit allen Gründen.",
};
