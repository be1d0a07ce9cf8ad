import { formatList } from "@working-social/kernel";
import type { Format } from "../../lib/format.ts";
import { formatIn } from "../../lib/format.ts";
import { billingSentence, type BillingSentences } from "./billing-refusals.ts";

const sentences: BillingSentences = {
  books_closed: ({ lockedUntil }) =>
    `Die Bücher sind bis ${formatIn("UTC").fullDay(`${lockedUntil}T12:00:00Z`)} geschlossen: In diese Zeit kann nichts datiert werden.`,
  seller_sells: ({ locations }) =>
    `Er verkauft noch in ${formatList("de", locations)}. Geben Sie das zuerst einem anderen.`,
  number_patterns_collide: ({ kind, pattern }) =>
    `${kind === "invoice" ? "Rechnungen" : "Gutschriften"} werden nach ${pattern} nummeriert, was dieselben Nummern ergeben könnte. Unterscheiden Sie sie durch einen Buchstaben.`,
  number_would_repeat: ({ number }) =>
    `Die Nummer ${number} ist schon vergeben, und dieses Muster ergäbe sie noch einmal.`,
  location_invoiced: ({ lastIssueDate }) =>
    `Der bisherige Verkäufer hat dort am ${formatIn("UTC").fullDay(`${lastIssueDate}T12:00:00Z`)} eine Rechnung gestellt. Wählen Sie einen späteren Tag.`,
};

export const texts = {
  sentence: (refusal: { readonly code: string }, format: Format) => billingSentence(sentences, refusal, format),
};
