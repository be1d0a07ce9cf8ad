import { currencyExponent, expectDefined, type Language } from "@working-social/kernel";
import { toCsv } from "@working-social/kernel/csv";
import type { BalanceExplanation } from "../../schema.ts";
import { statementTexts } from "../texts/statement-texts.ts";

/**
 * A statement for a spreadsheet: opening, each movement, closing. Its words are the reader's. Its columns keep their order, and its
 * values their form, in every language: dates and times of ISO 8601, whole minutes, pages and passes, and money as an exact
 * decimal with a point.
 */
export function statementAsCsv(explanation: BalanceExplanation, language: Language): string {
  const { from, to, opening, movements, closing, unit, currency } = explanation;
  const texts = statementTexts[language];
  // What people write may be any word, also one that every object knows.
  const reasons = new Map(Object.entries(texts.reasons));
  const figure = (quantity: number) => (currency === null ? quantity : decimal(quantity, currency));
  const counted = unit === "money" ? expectDefined(currency, "Money has no currency.") : texts.units[unit];
  const { at, kind, causeType, cause, reason, own, team, carried, quantity, balance } = texts.columns(counted);
  return toCsv([
    [at, kind, causeType, cause, reason, own, team, carried, quantity, balance],
    [from, texts.opening, "", "", "", "", "", "", "", figure(opening)],
    ...movements.map((one) => [
      one.at,
      texts.kinds[one.kind],
      one.cause === null ? "" : texts.causes[one.cause.type],
      one.cause === null ? "" : one.cause.label,
      one.reason === null ? "" : (reasons.get(one.reason) ?? one.reason),
      figure(one.own),
      figure(one.team),
      figure(one.carried),
      figure(one.quantity),
      figure(one.balanceAfter),
    ]),
    [to, texts.closing, "", "", "", "", "", "", "", figure(closing)],
  ]);
}

/** 1250 of USD is 12.50. */
function decimal(minor: number, currency: string): string {
  const digits = currencyExponent(currency);
  return (minor / 10 ** digits).toFixed(digits);
}
