import type { CreateRateInput } from "@working-social/booking/schema";
import { formatPrice } from "../../../../lib/format.ts";
import { weekdayName } from "../../../../lib/month-name.ts";
import type { RatesTexts } from "../rates-texts.ts";
import { clockWords } from "../../../../lib/wall-clock.ts";

type Rate = Pick<
  CreateRateInput,
  "weekdays" | "bandFromMinute" | "bandToMinute" | "unit" | "priceMinor" | "minimumChargeMinor"
>;

/** "$20.00 an hour, at least $10.00". */
export function priceText(rate: Rate, currency: string, texts: RatesTexts): string {
  if (rate.priceMinor === 0 && !rate.minimumChargeMinor) return texts.free;
  const price = texts.perText(formatPrice(rate.priceMinor, currency), rate.unit);
  if (!rate.minimumChargeMinor) return price;
  return texts.withMinimum(price, formatPrice(rate.minimumChargeMinor, currency));
}

/** "Mon–Fri 09:00–18:00", or "Always". */
export function whenText(rate: Rate, texts: Pick<RatesTexts, "always" | "span" | "days" | "onDays">): string {
  const isWholeDay = rate.bandFromMinute === 0 && rate.bandToMinute === 1440;
  const days = weekdaysText(rate.weekdays, texts);
  const band = isWholeDay ? "" : texts.span(clockWords(rate.bandFromMinute), clockWords(rate.bandToMinute));
  return days && band ? texts.onDays(days, band) : days || band || texts.always;
}

/** Neighbouring days as a range: "Mon–Wed, Fri", from Monday in every region; empty for all seven or none. */
export function weekdaysText(weekdays: readonly number[], texts: Pick<RatesTexts, "span" | "days">): string {
  const chosen = [...new Set(weekdays)].sort((a, b) => a - b);
  if (chosen.length === 0 || chosen.length === 7) return "";
  const runs: { first: number; last: number }[] = [];
  for (const day of chosen) {
    const run = runs.at(-1);
    if (run?.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  const parts = runs.flatMap(({ first, last }) => {
    if (last - first > 1) return [texts.span(weekdayName(first), weekdayName(last))];
    return first === last ? [weekdayName(first)] : [weekdayName(first), weekdayName(last)];
  });
  return texts.days(parts);
}
