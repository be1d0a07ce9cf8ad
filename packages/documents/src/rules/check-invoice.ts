import type { EInvoice } from "../model/invoice.ts";
import type { Profile } from "../model/profile.ts";
import { CATEGORIES, type CategoryName, type CategoryStep, rulesOfCategory } from "./families/categories.ts";
import { CODE_RULES } from "./families/codes.ts";
import { DECIMAL_RULES } from "./families/decimals.ts";
import { DOCUMENT_RULES } from "./families/documents.ts";
import { ALLOWANCE_RULES, LINE_RULES } from "./families/lines.ts";
import { PARTY_RULES } from "./families/parties.ts";
import { PAYMENT_RULES } from "./families/payment.ts";
import { HARMONIZED_RULES, isGerman, PEPPOL_RULES } from "./families/peppol.ts";
import { SCHEME_RULES } from "./families/schemes.ts";
import { SPECIAL_CATEGORY_RULES } from "./families/special-categories.ts";
import { TOTAL_RULES } from "./families/totals.ts";
import { XRECHNUNG_RULES } from "./families/xrechnung.ts";
import type { Field } from "./fields.ts";
import type { FindingData, Rule, Rules, Severity, Term } from "./rule.ts";

/** BR-S-01 … BR-AG-10. */
export type CategoryRuleId = `BR-${CategoryName}-${CategoryStep}`;

const NAMED_RULES = {
  ...DOCUMENT_RULES,
  ...PARTY_RULES,
  ...LINE_RULES,
  ...ALLOWANCE_RULES,
  ...TOTAL_RULES,
  ...PAYMENT_RULES,
  ...DECIMAL_RULES,
  ...CODE_RULES,
  ...SPECIAL_CATEGORY_RULES,
} satisfies Rules<string>;

const GERMAN_RULES = XRECHNUNG_RULES;
const NETWORK_RULES = { ...HARMONIZED_RULES, ...PEPPOL_RULES, ...SCHEME_RULES } satisfies Rules<string>;

/** Rules that have a sentence each; those of the categories share theirs. */
export type NamedRuleId = keyof typeof NAMED_RULES | keyof typeof GERMAN_RULES | keyof typeof NETWORK_RULES;
export type RuleId = NamedRuleId | CategoryRuleId;

/** One place where an invoice breaks a rule. */
export interface Finding {
  /** As EN 16931-1, KoSIT or Peppol call it. */
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly term: Term;
  /** Where it is entered. */
  readonly field: Field;
  readonly data: FindingData;
}

const CATEGORY_RULES: Rules<string> = Object.fromEntries(
  Object.entries(CATEGORIES).flatMap(([name, category]) =>
    Object.entries(rulesOfCategory(category)).map(([step, rule]) => [`BR-${name}-${step}`, rule]),
  ),
);

const STANDARD: Rules<string> = { ...NAMED_RULES, ...CATEGORY_RULES };

/**
 * Every place where an invoice breaks the business rules of EN 16931 and of a profile; none, if it may be sent. Official
 * Schematron isn't run: docs/algorithms/e-invoices.md says what is checked and what is not.
 */
export function checkInvoice(invoice: EInvoice, profile: Profile): readonly Finding[] {
  return Object.entries(rulesFor(invoice, profile)).flatMap(([id, rule]) => findingsOf(id as RuleId, rule, invoice));
}

/** Whether an invoice may not be sent as it is. */
export const isFatal = ({ severity }: Finding): boolean => severity === "fatal";

function rulesFor(invoice: EInvoice, profile: Profile): Rules<string> {
  if (profile === "xrechnung") return { ...STANDARD, ...GERMAN_RULES, ...HARMONIZED_RULES };
  if (profile === "en16931") return STANDARD;
  const { "BR-DE-21": _ofXrechnung, ...german } = GERMAN_RULES;
  return { ...STANDARD, ...NETWORK_RULES, ...(isGerman(invoice) && german) };
}

function findingsOf(id: RuleId, rule: Rule, invoice: EInvoice): readonly Finding[] {
  return rule.broken(invoice).map(({ severity, term, field, ...data }) => ({
    rule: id,
    severity: severity ?? rule.severity ?? "fatal",
    term: term ?? rule.term,
    field: field ?? rule.field,
    data,
  }));
}

/** Every rule that some profile has. */
export const RULE_IDS = Object.keys({ ...STANDARD, ...GERMAN_RULES, ...NETWORK_RULES }) as readonly RuleId[];
