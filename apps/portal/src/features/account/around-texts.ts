import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../lib/texts/catalog.ts";

const en = {
  around: "Account",
  you: "You",
  plan: "Plan",
  invoices: "Invoices",
};

/** The pages under one name. */
export type AroundTexts = WordsLike<typeof en>;
export const aroundTexts = catalog<AroundTexts>({ en, de: () => import("./around-texts.de.ts") });
