import type { DraftView } from "@working-social/billing/schema";
import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../../lib/texts/catalog.ts";

const outcomes: Record<DraftView["outcome"], string> = {
  invoice: "To pay",
  credit_note: "Comes back",
  carried: "Carried to the next invoice",
};

const en = { net: "Net", tax: "Tax", rounding: "Rounding", outcomes };

export type DraftTexts = WordsLike<typeof en>;
export const draftTexts = catalog<DraftTexts>({ en, de: () => import("./draft-texts.de.ts") });
