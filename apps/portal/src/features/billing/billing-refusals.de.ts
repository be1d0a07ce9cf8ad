import type { Format } from "../../lib/format.ts";
import { formatIn } from "../../lib/format.ts";
import { billingSentence, type BillingSentences } from "./billing-refusals.ts";

const sentences: BillingSentences = {
  books_closed: ({ lockedUntil }) =>
    `Die Bücher sind bis ${formatIn("UTC").date(`${lockedUntil}T12:00:00Z`)} geschlossen: In diese Zeit kann nichts datiert werden.`,
};

export const texts = {
  sentence: (refusal: { readonly code: string }, format: Format) => billingSentence(sentences, refusal, format),
};
