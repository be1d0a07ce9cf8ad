import type { AuditChange } from "@working-social/directory/schema";
import { formatMinutes, formatPrice } from "../../lib/format.ts";
import { locale } from "../../lib/locale.ts";
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
  if (typeof value === "string")
    return texts.values[`${field}.${value}`] ?? (value.length <= LONGEST ? `“${value}”` : null);
  if (Array.isArray(value)) return listWords(field, value, currency);
  return null;
}

/** A text beyond that is not read beside another one. */
const LONGEST = 80;

function listWords(field: string, values: readonly unknown[], currency: string | null): string | null {
  if (values.length === 0) return textsOf(auditTexts).nothing;
  const words = values.map((value) => (typeof value === "string" ? value : valueWords(field, value, currency)));
  return words.includes(null) ? null : words.join(", ");
}

const MONDAY = Date.UTC(2026, 0, 5);
const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
const plain = new Intl.NumberFormat(locale);

/** By the unit in the name of its field. */
function numberWords(field: string, value: number, currency: string | null): string | null {
  if (field === "weekdays") return weekday.format(MONDAY + (value - 1) * 86_400_000);
  if (field.endsWith("BasisPoints")) return `${plain.format(value / 100)} %`;
  if (field.endsWith("Minor")) return currency === null ? null : formatPrice(value, currency);
  if (field.endsWith("Minutes")) return formatMinutes(value);
  if (field.endsWith("Minute")) return `${Math.floor(value / 60)}:${String(value % 60).padStart(2, "0")}`;
  return plain.format(value);
}

/** "maxOverdraftMinor" as "max overdraft". */
function fieldWords(field: string): string {
  const words = field
    .replace(/(Minor|BasisPoints|Ids?|Minutes?)$/, "")
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.trim();
}
