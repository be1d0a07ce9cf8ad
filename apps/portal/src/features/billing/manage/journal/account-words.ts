import type { BalanceRow } from "@working-social/billing/schema";
import { percentOf } from "../../../../lib/percent.ts";
import type { LineTexts } from "../../shared/line-texts.ts";
import { productWords } from "../../shared/line-words.ts";
import type { JournalTexts } from "./journal-texts.ts";

type Account = Pick<BalanceRow, "account" | "productKind" | "taxBasisPoints">;

/** "Deferred revenue, Membership", "Tax to pay, 6%". */
export function accountWords(
  { account, productKind, taxBasisPoints }: Account,
  texts: JournalTexts,
  products: LineTexts,
): string {
  const names: Readonly<Record<string, string>> = texts.accounts;
  return [
    names[account] ?? texts.accounts.other,
    ...(productKind === null ? [] : [productWords(productKind, products)]),
    ...(taxBasisPoints === null ? [] : [percentOf(taxBasisPoints)]),
  ].join(", ");
}
