import type { PluralForms, Reader } from "@working-social/kernel";
import { formatMoney, numberFormat, plural } from "@working-social/kernel";

/** How numbers stand in the sentences of a language. */
export interface Formats {
  number: (n: number) => string;
  money: (minor: number, currency: string) => string;
  /** A number with the form of its noun: 1 page, 20 pages. */
  count: (n: number, noun: PluralForms) => string;
  /** The sentence that a number takes. */
  plural: <Form>(n: number, forms: PluralForms<Form>) => Form;
}

export function formatsOf({ language, locale }: Pick<Reader<string>, "language" | "locale">): Formats {
  const number = (n: number) => numberFormat(locale).format(n);
  return {
    number,
    money: (minor, currency) => formatMoney({ minor, currency }, locale, "narrowSymbol"),
    count: (n, noun) => `${number(n)} ${plural(language, n, noun)}`,
    plural: (n, forms) => plural(language, n, forms),
  };
}
