import type { WordsLike } from "@working-social/kernel";
import type { Finding, NamedRuleId } from "../rules/check-invoice.ts";
import type { CategoryName, CategoryStep } from "../rules/families/categories.ts";
import type { FindingData } from "../rules/rule.ts";
import { categoryTexts } from "./category-texts.ts";
import { codeTexts } from "./code-texts.ts";
import { figureTexts } from "./figure-texts.ts";
import { profileTexts } from "./profile-texts.ts";
import { termTexts } from "./term-texts.ts";

/** A sentence, or how one is made of what was found; figures in it are written as the reader writes them. */
type Sentence = string | ((found: FindingData) => string);

const rules = { ...termTexts, ...figureTexts, ...codeTexts, ...profileTexts } satisfies Record<NamedRuleId, Sentence>;

/** What a manager reads of what an invoice breaks. */
export const findingWords = {
  rules,
  ...categoryTexts,
  onLine: (line: string, sentence: string) => `Line ${line}: ${sentence}`,
};
export type FindingWords = WordsLike<typeof findingWords>;

/**
 * The sentence for a finding in the reader's words. `figure` writes a decimal such as "1250.00" as the reader does; amounts are
 * of the invoice's currency.
 */
export function findingSentence(words: FindingWords, finding: Finding, figure: (decimal: string) => string): string {
  const { expected, actual, rate, ...rest } = finding.data;
  const found: FindingData = {
    ...rest,
    ...(expected !== undefined && { expected: figure(expected) }),
    ...(actual !== undefined && { actual: figure(actual) }),
    ...(rate !== undefined && { rate: figure(rate) }),
  };
  const sentence = sentenceOf(words, finding.rule, found);
  return found.line === undefined || found.line === "" ? sentence : words.onLine(found.line, sentence);
}

const CATEGORY_RULE = /^BR-(S|Z|E|AE|IC|G|O|AF|AG)-(0[1-9]|10)$/;

function sentenceOf(
  { rules: named, categories, steps }: FindingWords,
  rule: Finding["rule"],
  found: FindingData,
): string {
  const [, category, step] = CATEGORY_RULE.exec(rule) ?? [];
  if (category !== undefined && step !== undefined) {
    // The pattern lets nothing else through.
    return steps[step as CategoryStep](categories[category as CategoryName], found);
  }
  const sentence: Sentence = named[rule as NamedRuleId];
  return typeof sentence === "string" ? sentence : sentence(found);
}
