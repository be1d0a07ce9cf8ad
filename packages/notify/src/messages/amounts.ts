import type { Reader } from "@working-social/kernel";
import { formatList, formatMoney, numberFormat } from "@working-social/kernel";
import { amountTexts } from "./amount-texts.ts";

/** Money, and what credits pay beside it, in the units of the credits. */
export interface MailedPrice {
  amountMinor: number;
  currency: string;
  credits: readonly MailedCredit[];
}

interface MailedCredit {
  unit: "room_minutes" | "day_passes" | "mono_pages" | "colour_pages" | "money";
  quantity: number;
}

/** "€24.00 and 1 h 30 min of room credit"; null: nothing at all. */
export function priceWords(reader: Reader, { amountMinor, currency, credits }: MailedPrice): string | null {
  const { locale } = reader;
  const money = amountMinor > 0 ? [formatMoney({ minor: amountMinor, currency }, locale)] : [];
  const used = credits.filter(({ quantity }) => quantity > 0);
  const parts = [...money, ...used.map((one) => creditWords(reader, one, currency))];
  return parts.length > 0 ? formatList(locale, parts) : null;
}

function creditWords({ language, locale }: Reader, { unit, quantity }: MailedCredit, currency: string): string {
  const texts = amountTexts[language];
  const figure = numberFormat(locale).format(quantity);
  switch (unit) {
    case "room_minutes":
      return texts.roomMinutes(timeWords(quantity));
    case "day_passes":
      return texts.dayPasses(quantity, figure);
    case "mono_pages":
      return texts.monoPages(quantity, figure);
    case "colour_pages":
      return texts.colourPages(quantity, figure);
    case "money":
      return texts.money(formatMoney({ minor: quantity, currency }, locale));
  }
}

/** 1 h 30 min: the signs of the units (ISO 80000-3) are the same in every language. */
function timeWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? `${hours}\u00A0h` : "", rest > 0 ? `${rest}\u00A0min` : ""];
  return parts.filter(Boolean).join("\u00A0");
}
