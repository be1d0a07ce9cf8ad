import type { WordsLike } from "@working-social/kernel";
import type { CreditUnit } from "@working-social/credits/schema";
import { formatPrice } from "../format.ts";
import { locale } from "../locale.ts";
import { catalog, UNTRANSLATED } from "./catalog.ts";

const number = new Intl.NumberFormat(locale);
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`;

/** 9 h, 1 h 30, 30 min; 60 h, never "2 days": a plan gives hours. */
function hours(minutes: number): string {
  const [full, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (full === 0) return `${rest} min`;
  const hour = number.format(full);
  return rest === 0 ? `${hour} h` : `${hour} h ${String(rest).padStart(2, "0")}`;
}

/** 1 h 00, 1 h 30, 30 min: what is used stands under each other with all its figures. */
function longHours(minutes: number): string {
  return minutes > 0 && minutes % 60 === 0 ? `${minutes / 60} h 00` : hours(minutes);
}

function quantity(unit: CreditUnit, currency: string | null, n: number): string {
  switch (unit) {
    case "room_minutes":
      return hours(n);
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

/** What something takes, in a word or two: "1 h + $12.72", "1 h credit", "$36.00", or what is said where it takes nothing. */
export function costWords(
  minor: number,
  currency: string,
  credits: readonly { unit: CreditUnit; quantity: number }[],
  nothing: string,
): string {
  if (credits.length === 0) return minor === 0 ? nothing : formatPrice(minor, currency);
  const parts = credits.map((one) =>
    one.unit === "room_minutes" ? `${hours(one.quantity)} credit` : quantity(one.unit, null, one.quantity),
  );
  return [...parts, ...(minor > 0 ? [formatPrice(minor, currency)] : [])].join(" + ");
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
  used: (unit: CreditUnit, n: number) => (unit === "room_minutes" ? longHours(n) : quantity(unit, null, n)),
  whole,
  figure: (unit: CreditUnit, currency: string | null, n: number) =>
    `${n < 0 ? "−" : ""}${figure(unit, currency, Math.abs(n))}`,
  /** +1 h, −30 min; pages as a bare figure, under a heading that names them. */
  signedFigure: (unit: CreditUnit, currency: string | null, n: number) =>
    `${n > 0 ? "+" : n < 0 ? "−" : "±"}${n === 0 ? "0" : figure(unit, currency, Math.abs(n))}`,
  /** +1 h, −30 min, +20 colour pages */
  signed: (unit: CreditUnit, currency: string | null, n: number) =>
    `${n > 0 ? "+" : n < 0 ? "−" : ""}${quantity(unit, currency, Math.abs(n))}`,
};

export type CreditUnitTexts = WordsLike<typeof en>;
export const creditUnitTexts = catalog<CreditUnitTexts>({ en, de: UNTRANSLATED });
