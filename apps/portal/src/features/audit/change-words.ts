import type { AuditChange } from "@working-social/directory/schema";
import { numberFormat } from "@working-social/kernel";
import { formatMinutes, formatPrice } from "../../lib/format.ts";
import { locale } from "../../lib/locale.ts";
import { weekdayName } from "../../lib/month-name.ts";
import { percentOf } from "../../lib/percent.ts";
import { clockWords } from "../../lib/wall-clock.ts";
import { auditTexts } from "./audit-texts.ts";
import { textsOf } from "../../lib/texts/catalog.ts";

/** "price: $24.00 → $26.50", null where the currency is not known: then only what it is; of what is a structure of its own, such as a week of opening hours, only what it is: "the week". */
export function changeWords({ field, before, after }: AuditChange, currency: string | null): string {
  const texts = textsOf(auditTexts);
  const name = texts.fields[field] ?? fieldWords(field);
  const [from, to] = [valueWords(field, before, currency), valueWords(field, after, currency)];
  return from === null || to === null ? name : texts.change(name, from, to);
}

/** null: it takes more than a word to say. */
function valueWords(field: string, value: unknown, currency: string | null): string | null {
  const texts = textsOf(auditTexts);
  if (value === null || value === undefined || value === "") return texts.nothing;
  if (typeof value === "boolean") return value ? texts.yes : texts.no;
  if (typeof value === "number") return numberWords(field, value, currency);
  if (typeof value === "string") return textWords(field, value);
  if (Array.isArray(value)) return listWords(field, value, currency);
  return null;
}

/** A text beyond that is not read beside another one. */
const LONGEST = 80;

function textWords(field: string, value: string): string | null {
  const texts = textsOf(auditTexts);
  return texts.values[field]?.[value] ?? (value.length <= LONGEST ? texts.text(value) : null);
}

function listWords(field: string, values: readonly unknown[], currency: string | null): string | null {
  const texts = textsOf(auditTexts);
  if (values.length === 0) return texts.nothing;
  const words = values.map((value) =>
    typeof value === "string" ? (texts.values[field]?.[value] ?? value) : valueWords(field, value, currency),
  );
  return words.some((word) => word === null) ? null : texts.list(words.filter((word) => word !== null));
}

/** By the unit in the name of its field. */
function numberWords(field: string, value: number, currency: string | null): string | null {
  if (field === "weekdays") return weekdayName(value);
  if (field.endsWith("BasisPoints")) return percentOf(value);
  if (field.endsWith("Minor")) return currency === null ? null : formatPrice(value, currency);
  if (field.endsWith("Minutes")) return formatMinutes(value);
  if (field.endsWith("Minute")) return clockWords(value);
  return numberFormat(locale).format(value);
}

/** "maxOverdraftMinor" as "max overdraft". */
function fieldWords(field: string): string {
  const words = field
    .replace(/(Minor|BasisPoints|Ids?|Minutes?)$/, "")
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.trim();
}
