import { formatMoney } from "@working-social/kernel";

/** Money, and what credits pay beside it. The names of units are those of the credits. */
export interface MailedPrice {
  amountMinor: number;
  currency: string;
  credits: readonly { unit: string; quantity: number }[];
}

/** "€24.00 and 1 h 30 min of credit"; null: nothing at all. */
export function priceWords({ amountMinor, currency, credits }: MailedPrice): string | null {
  const money = amountMinor > 0 ? [formatMoney({ minor: amountMinor, currency }, "en-GB")] : [];
  const parts = [...money, ...credits.filter(({ quantity }) => quantity > 0).map((one) => creditWords(one, currency))];
  return parts.length > 0 ? new Intl.ListFormat("en-GB").format(parts) : null;
}

function creditWords({ unit, quantity }: { unit: string; quantity: number }, currency: string): string {
  if (unit === "room_minutes") return `${minuteWords(quantity)} of room credit`;
  if (unit === "day_passes") return quantity === 1 ? "1 day pass" : `${quantity} day passes`;
  if (unit === "money") return `${formatMoney({ minor: quantity, currency }, "en-GB")} of credit`;
  return `${quantity} ${unit.replaceAll("_", " ")}`;
}

function minuteWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""].filter(Boolean).join(" ");
}
