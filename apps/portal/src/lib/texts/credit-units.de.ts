import { numberFormat, plural } from "@working-social/kernel";
import type { CreditUnit } from "@working-social/credits/schema";
import { formatHours, formatPrice } from "../format.ts";
import { locale } from "../locale.ts";
import type { CreditUnitTexts } from "./credit-units.ts";

const number = numberFormat(locale);
const count = (n: number, one: string, other: string) => `${number.format(n)} ${plural("de", n, { one, other })}`;

function quantity(unit: CreditUnit, currency: string | null, n: number): string {
  switch (unit) {
    case "room_minutes":
      return formatHours(n);
    case "day_passes":
      return count(n, "Tagespass", "Tagespässe");
    case "mono_pages":
      return count(n, "Schwarz-Weiß-Seite", "Schwarz-Weiß-Seiten");
    case "colour_pages":
      return count(n, "Farbseite", "Farbseiten");
    case "money":
      return currency === null ? number.format(n) : formatPrice(n, currency);
  }
}

function figure(unit: CreditUnit, currency: string | null, n: number): string {
  return unit === "room_minutes" || unit === "money" ? quantity(unit, currency, n) : number.format(n);
}

function whole(unit: CreditUnit, currency: string | null, n: number): string {
  if (unit === "day_passes") return count(n, "Pass", "Pässe");
  return unit === "mono_pages" || unit === "colour_pages" ? count(n, "Seite", "Seiten") : quantity(unit, currency, n);
}

const names: Record<CreditUnit, string> = {
  room_minutes: "Raumstunden",
  day_passes: "Tagespässe",
  mono_pages: "Kopierer, Schwarz-Weiß",
  colour_pages: "Kopierer, Farbe",
  money: "Geld",
};

export const texts: CreditUnitTexts = {
  name: (unit) => names[unit],
  quantity: (unit, currency, n) => `${n < 0 ? "−" : ""}${quantity(unit, currency, Math.abs(n))}`,
  whole,
  figure: (unit, currency, n) => `${n < 0 ? "−" : ""}${figure(unit, currency, Math.abs(n))}`,
  taken: (unit, n) => (unit === "room_minutes" ? `${formatHours(n)} Raumguthaben` : quantity(unit, null, n)),
  signedFigure: (unit, currency, n) =>
    `${n > 0 ? "+" : n < 0 ? "−" : "±"}${n === 0 ? "0" : figure(unit, currency, Math.abs(n))}`,
  signed: (unit, currency, n) => `${n > 0 ? "+" : n < 0 ? "−" : ""}${quantity(unit, currency, Math.abs(n))}`,
};
