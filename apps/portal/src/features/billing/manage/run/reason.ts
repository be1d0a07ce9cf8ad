import { useTexts } from "../../../../lib/texts/catalog.ts";
import { lineTexts } from "../../shared/line-texts.ts";
import { productWords } from "../../shared/line-words.ts";
import { amountText, changeText } from "../figures.ts";
import type { RunRow } from "./run-groups.ts";
import { runTexts } from "./run-texts.ts";

const ONCE = new Set(["setup_fee", "deposit", "item", "credit_pack"]);

/** Why an account differs, in words: by product, the largest first. Null: it does not. */
export function useReason({ differences, currency, outcome, beforeMinor }: RunRow): string | null {
  const texts = useTexts(runTexts);
  const products = useTexts(lineTexts);
  const isNew = beforeMinor === null;
  const parts = differences.map(({ kind, productKind, byMinor }) =>
    (kind === "ended" && ONCE.has(productKind) ? texts.onceOnly : texts.differences[kind])(
      productWords(productKind, products),
      (isNew ? amountText : changeText)(byMinor, currency),
    ),
  );
  const how = outcome === "credit_note" ? [texts.becomesCreditNote] : outcome === "carried" ? [texts.carried] : [];
  return [...how, ...parts].join(" · ") || null;
}
