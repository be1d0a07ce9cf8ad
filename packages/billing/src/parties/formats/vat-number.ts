import { euVat, stdnum } from "stdnum";
import type { Validator } from "stdnum";

const OF_OTHER_COUNTRIES: Readonly<Record<string, Validator | undefined>> = {
  GB: stdnum["GB"]?.["vat"],
  NO: stdnum["NO"]?.["mva"],
};
/** Prefixes of registers that are none of ISO 3166-1. Ids of Northern Ireland are made as British ones. */
const AS_CODED: Readonly<Record<string, string>> = { EL: "GR", XI: "GB" };

/**
 * Whether a VAT id, as `VatId` reads it, has the shape and the check digits of its country; null: nobody here knows that country's.
 * It says nothing about whether anybody has it.
 */
export function hasVatCheckDigits(vatId: string): boolean | null {
  const prefix = vatId.slice(0, 2);
  const country = AS_CODED[prefix] ?? prefix;
  const numbers = [...(euVat[country] ?? []), OF_OTHER_COUNTRIES[country]].filter((one) => one !== undefined);
  // Some of the library's countries know their prefix, and some only the digits behind it.
  const spellings = [vatId, vatId.slice(2)];
  return numbers.length === 0
    ? null
    : numbers.some((number) => spellings.some((spelling) => number.validate(spelling).isValid));
}
