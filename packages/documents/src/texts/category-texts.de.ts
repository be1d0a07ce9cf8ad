import type { WordsLike } from "@working-social/kernel";
import type { categoryTexts } from "./category-texts.ts";

const knownSeller = "Der Verkäufer braucht eine USt-IdNr. oder Steuernummer";
const noReason = "Es fällt Steuer an, also darf kein Befreiungsgrund angegeben sein";
const reason = "Es muss angegeben sein, warum keine Steuer anfällt";
const zero = "Der Steuersatz ist null";

export const germanCategoryTexts: WordsLike<typeof categoryTexts> = {
  categories: {
    S: { name: "Regelsteuersatz", ids: knownSeller, rate: "Der Steuersatz ist größer als null", reason: noReason },
    Z: { name: "Nullsatz", ids: knownSeller, rate: zero, reason: "Es darf kein Befreiungsgrund angegeben sein" },
    E: { name: "Steuerbefreiung", ids: knownSeller, rate: zero, reason },
    AE: {
      name: "Reverse-Charge",
      ids: "Der Verkäufer braucht eine USt-IdNr. oder Steuernummer, der Käufer eine USt-IdNr. oder Registernummer",
      rate: zero,
      reason,
    },
    IC: {
      name: "Innergemeinschaftliche Lieferung",
      ids: "Verkäufer und Käufer brauchen eine USt-IdNr.",
      rate: zero,
      reason,
    },
    G: { name: "Ausfuhr", ids: "Der Verkäufer braucht eine USt-IdNr.", rate: zero, reason },
    O: {
      name: "Nicht steuerbar",
      ids: "Auf der Rechnung darf keine USt-IdNr. stehen",
      rate: "Es gibt keinen Steuersatz",
      reason,
    },
    AF: { name: "IGIC", ids: knownSeller, rate: "Der Steuersatz ist null oder größer", reason: noReason },
    AG: { name: "IPSI", ids: knownSeller, rate: "Der Steuersatz ist null oder größer", reason: noReason },
  },
  steps: {
    "01": ({ name }) =>
      `${name}: In der Steueraufstellung steht es nicht wie bei Positionen, Nachlässen und Zuschlägen.`,
    "02": ({ name, ids }) => `${name} bei Positionen: ${sentence(ids)}`,
    "03": ({ name, ids }) => `${name} bei einem Nachlass: ${sentence(ids)}`,
    "04": ({ name, ids }) => `${name} bei einem Zuschlag: ${sentence(ids)}`,
    "05": ({ name, rate }) => `${name}: ${sentence(rate)}`,
    "06": ({ name, rate }) => `${name} bei einem Nachlass: ${sentence(rate)}`,
    "07": ({ name, rate }) => `${name} bei einem Zuschlag: ${sentence(rate)}`,
    "08": ({ name }, { expected, actual, rate }) =>
      `${name}${atRate(rate)}: Laut Steueraufstellung sind es ${actual}, Positionen, Nachlässe und Zuschläge ergeben aber ${expected}.`,
    "09": ({ name }, { expected, actual, rate }) =>
      `${name}${atRate(rate)}: Die Steuer müsste ${expected} sein, ist aber ${actual}.`,
    "10": ({ name, reason: said }) => `${name}: ${sentence(said)}`,
  },
};

/** An abbreviation ends a sentence with its own point. */
function sentence(words: string): string {
  return words.endsWith(".") ? words : `${words}.`;
}

function atRate(rate: string | undefined): string {
  return rate === undefined ? "" : ` (${rate} %)`;
}
