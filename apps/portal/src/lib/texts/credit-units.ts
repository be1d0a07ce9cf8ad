import { numberFormat, plural, type WordsLike } from "@working-social/kernel";
import type { CreditUnit } from "@working-social/credits/schema";
import { formatHours, formatPrice } from "../format.ts";
import { locale } from "../locale.ts";
import { catalog, textsOf } from "./catalog.ts";

const number = numberFormat(locale);
const count = (n: number, one: string, other: string) => `${number.format(n)} ${plural("en", n, { one, other })}`;

function quantity(unit: CreditUnit, currency: string | null, n: number): string {
  switch (unit) {
    case "room_minutes":
      return formatHours(n);
    case "day_passes":
      return count(n, "day pass", "day passes");
    case "mono_pages":
      return count(n, "black and white page", "black and white pages");
    case "colour_pages":
      return count(n, "colour page", "colour pages");
    case "money":
      return currency === null ? number.format(n) : formatPrice(n, currency);
  }
}

/** The same where the unit is named beside it: "20" of "50 pages". */
function figure(unit: CreditUnit, currency: string | null, n: number): string {
  return unit === "room_minutes" || unit === "money" ? quantity(unit, currency, n) : number.format(n);
}

/** What a plan gives, beside the name of the unit: "12 h", "5 passes", "50 pages". */
function whole(unit: CreditUnit, currency: string | null, n: number): string {
  if (unit === "day_passes") return count(n, "pass", "passes");
  return unit === "mono_pages" || unit === "colour_pages" ? count(n, "page", "pages") : quantity(unit, currency, n);
}

const names: Record<CreditUnit, string> = {
  room_minutes: "Room time",
  day_passes: "Day passes",
  mono_pages: "Copier, black and white",
  colour_pages: "Copier, colour",
  money: "Money",
};

const en = {
  name: (unit: CreditUnit) => names[unit],
  /** 9 h · 3 day passes · 20 colour pages · $12.00; below zero with a minus. */
  quantity: (unit: CreditUnit, currency: string | null, n: number) =>
    `${n < 0 ? "−" : ""}${quantity(unit, currency, Math.abs(n))}`,
  whole,
  figure: (unit: CreditUnit, currency: string | null, n: number) =>
    `${n < 0 ? "−" : ""}${figure(unit, currency, Math.abs(n))}`,
  /** What something takes of them, beside money: "1 h credit", "2 day passes". */
  taken: (unit: CreditUnit, n: number) =>
    unit === "room_minutes" ? `${formatHours(n)} credit` : quantity(unit, null, n),
  /** +1 h, −30 min; pages as a bare figure, under a heading that names them. */
  signedFigure: (unit: CreditUnit, currency: string | null, n: number) =>
    `${n > 0 ? "+" : n < 0 ? "−" : "±"}${n === 0 ? "0" : figure(unit, currency, Math.abs(n))}`,
  /** +1 h, −30 min, +20 colour pages */
  signed: (unit: CreditUnit, currency: string | null, n: number) =>
    `${n > 0 ? "+" : n < 0 ? "−" : ""}${quantity(unit, currency, Math.abs(n))}`,
};

export type CreditUnitTexts = WordsLike<typeof en>;
export const creditUnitTexts = catalog<CreditUnitTexts>({ en, de: () => import("./credit-units.de.ts") });

/** What something takes, in a word or two: "1 h credit + $12.72", "$36.00", or what is said where it takes nothing. */
export function costWords(
  minor: number,
  currency: string,
  credits: readonly { unit: CreditUnit; quantity: number }[],
  nothing: string,
): string {
  if (credits.length === 0) return minor === 0 ? nothing : formatPrice(minor, currency);
  const units = textsOf(creditUnitTexts);
  const parts = credits.map(({ unit, quantity: taken }) => units.taken(unit, taken));
  return [...parts, ...(minor > 0 ? [formatPrice(minor, currency)] : [])].join(" + ");
}
