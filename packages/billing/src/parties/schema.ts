import { typedLine } from "@working-social/kernel/typed-text";
import { z } from "zod";
import { isCountry } from "./rules/countries.ts";
import { isElectronicScheme } from "./rules/electronic-schemes.ts";
import { EXEMPTION_CODES } from "./rules/exemption-codes.ts";

// What an invoice says of whoever writes it and of whoever gets it (EN 16931, BG-4 and BG-7). Texts are as typed; codes are compared
// without the blanks, dots and dashes that people put into them.

const code = z.string().max(60);
const compact = (text: string) => text.replaceAll(/[\s.\-/]/g, "").toUpperCase();

const Line = typedLine({ max: 300 });
/** ISO 3166-1, two letters; typed in small ones too. */
export const Country = code.overwrite(compact).refine(isCountry, { error: "unknown_country" });

/** Northern Ireland, and Greece as the register has it: prefixes that are no countries of ISO 3166-1. */
const OTHER_PREFIXES = ["XI", "EL"];
/** With the prefix of its country. Its check digits are another question (`checkVatId`). */
export const VatId = code
  .overwrite(compact)
  .refine((id) => /^[A-Z]{2}[0-9A-Z+*]{2,15}$/.test(id) && hasPrefix(id), { error: "no_vat_id" });

function hasPrefix(id: string): boolean {
  const prefix = id.slice(0, 2);
  return isCountry(prefix) || OTHER_PREFIXES.includes(prefix);
}

export const ElectronicScheme = code.overwrite(compact).refine(isElectronicScheme, { error: "unknown_scheme" });
/** A reason of the list VATEX. */
export const ExemptionCode = z
  .string()
  .max(40)
  .overwrite((text) => text.trim().toUpperCase())
  .refine((text) => EXEMPTION_CODES.has(text), { error: "unknown_exemption_code" });

export const Email = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());

/** The address and the ids of a party; each may be unknown yet (null). */
export const partyFields = {
  street: Line.nullable(),
  extraLine: Line.nullable(),
  city: Line.nullable(),
  postCode: typedLine({ max: 20 }).nullable(),
  region: Line.nullable(),
  country: Country.nullable(),
  vatId: VatId.nullable(),
  /** Where there is no VAT id: the number that the tax office gave. */
  taxId: typedLine({ max: 60 }).nullable(),
  electronicAddress: typedLine({ max: 254 }).nullable(),
  electronicScheme: ElectronicScheme.nullable(),
};

/** The same as it stands. */
export type PartyFields = z.infer<z.ZodObject<typeof partyFields>>;
