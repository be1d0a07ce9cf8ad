// Making an Intl format takes longer than using it a hundred times, and few different ones are asked for.
const kept = new Map<string, unknown>();

function once<Format>(kind: string, locale: string, options: object, make: () => Format): Format {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const known = kept.get(key) as Format | undefined;
  if (known !== undefined) return known;
  if (kept.size >= 1_000) kept.clear();
  const made = make();
  kept.set(key, made);
  return made;
}

/** Dates and times of a locale, on the wall clock of `options.timeZone`; the same object for the same options. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions & { timeZone: string },
): Intl.DateTimeFormat {
  return once("date", locale, options, () => new Intl.DateTimeFormat(locale, options));
}

/** Numbers of a locale; the same object for the same options. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return once("number", locale, options, () => new Intl.NumberFormat(locale, options));
}

/** 0.081 → 8.1% in en-GB, 8,1 % in de-DE. */
export function formatPercent(locale: string, share: number): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(share);
}

/** "a, b and c", "a, b oder c", "a, b, c" in a language or locale. */
export function formatList(
  locale: string,
  items: Iterable<string>,
  type: "conjunction" | "disjunction" | "unit" = "conjunction",
): string {
  return once("list", locale, { type }, () => new Intl.ListFormat(locale, { type })).format(items);
}

/** The forms that a language may need for a number of things (CLDR plural rules); every language has "other". */
export type PluralForms<Form = string> = Readonly<Partial<Record<Intl.LDMLPluralRule, Form>> & { other: Form }>;

/** The form that a number takes: plural("en", 1, { one: "1 seat", other: "1 seats" }) is "1 seat". */
export function plural<Form>(language: string, n: number, forms: PluralForms<Form>): Form {
  const rules = once("plural", language, {}, () => new Intl.PluralRules(language));
  return forms[rules.select(n)] ?? forms.other;
}
