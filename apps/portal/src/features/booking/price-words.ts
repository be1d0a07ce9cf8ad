import type { QuoteView, UsedLot } from "@working-social/booking/schema";
import type { CreditUnit } from "@working-social/credits/schema";
import { formatPrice } from "../../lib/format.ts";
import { textsOf } from "../../lib/texts/catalog.ts";
import type { Whose } from "../../lib/texts/whose.ts";
import type { BookingTexts } from "./booking-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { lastDay, monthBefore } from "../credits/credit-days.ts";
import type { PriceItem } from "./price-items.ts";

/** What the words of a price need to know. */
export interface PriceWords {
  texts: BookingTexts;
  currency: string;
  now: number;
  /** By whose clock credits end. */
  timeZone: string;
  whose: Whose;
}

/** "1 h from your plan" with "9 h left until 30 November" behind it; "30 min × $24.00"; "Sales tax 6%". */
export function itemTerm(item: PriceItem, words: PriceWords): { term: string; aside: string | null } {
  const { texts, currency } = words;
  if (item.kind === "lot") return lotTerm(item.unit, item.lot, words);
  if (item.kind === "rest") {
    const { unitPriceMinor, unit } = item.line;
    const term =
      unit === "hour"
        ? texts.restHours(item.minutes, unitPriceMinor, currency)
        : texts.restDays(item.units, unitPriceMinor, currency);
    return { term, aside: null };
  }
  return { term: lineTerm(item.line, words), aside: null };
}

function lotTerm(unit: CreditUnit, lot: UsedLot, words: PriceWords): { term: string; aside: string | null } {
  const { texts, timeZone, now, whose } = words;
  const units = textsOf(creditUnitTexts);
  const { expiresAt, isPlanned } = lot;
  const month = expiresAt === null ? null : monthBefore(expiresAt, timeZone, now);
  const term = texts.lineLot(units.quantity(unit, null, lot.quantity), lot, month, whose);
  const before = units.quantity(unit, null, lot.leftAfter + lot.quantity);
  if (lot.source === "overdraft") return { term, aside: null };
  // What is there of a month to come is nothing that anybody has yet: what will be left says more.
  if (isPlanned && month) return { term, aside: texts.lotPlanned(units.quantity(unit, null, lot.leftAfter), month) };
  return { term, aside: texts.lotLeft(before, expiresAt === null ? null : lastDay(expiresAt, timeZone, now)) };
}

type Line = Extract<PriceItem, { kind: "line" }>["line"];

function lineTerm(line: Line, { texts, currency, whose }: PriceWords): string {
  switch (line.kind) {
    case "time":
      return texts.lineTime(line, currency);
    case "minimum":
      return texts.lineMinimum(line, currency);
    case "kept":
      return texts.lineKept;
    case "kept_credits":
      return texts.lineKeptCredits(line, whose);
    case "free":
      return texts.lineFree(line);
    case "tax":
      return texts.lineTax(line);
  }
}

/** The quiet line below: why, or what it leaves. */
export function itemNote(item: PriceItem, { texts, currency, timeZone, now }: PriceWords): string | undefined {
  const units = textsOf(creditUnitTexts);
  if (item.kind === "lot") {
    const { isPlanned, expiresAt, leftAfter, source } = item.lot;
    if (source === "overdraft") return undefined;
    if (isPlanned && expiresAt) return texts.lotPlannedWhy(monthBefore(expiresAt, timeZone, now));
    return texts.lotAfter(units.quantity(item.unit, null, leftAfter));
  }
  if (item.kind === "rest") return texts.restWhy(item.line.rateName, item.line.unit === "hour" ? "hour" : "day");
  const { line } = item;
  switch (line.kind) {
    case "time":
    case "minimum":
      return line.rateName;
    case "kept":
      return texts.lineKeptWhy(line, currency);
    case "kept_credits":
      return texts.lineKeptCreditsWhy(line);
    case "tax":
      return line.inclusive ? texts.includesTax : undefined;
    case "free":
      return undefined;
  }
}

/**
 * What credits pay and what they leave, in a sentence: "1 h 00 from your plan (9 h left until 30 November), 30 min × $24.00 =
 * $12.00". Empty where no credits are used: then the lines say it all.
 */
export function creditSentence(items: readonly PriceItem[], words: PriceWords): string {
  const { texts, currency } = words;
  const told = items.some(({ kind }) => kind === "lot") ? items.filter((item) => !isTax(item)) : [];
  const parts = told.map((item) => {
    const { term, aside } = itemTerm(item, words);
    if (item.kind === "lot" && item.amountMinor === 0) return aside ? texts.withRest(term, aside) : term;
    return texts.equals(term, formatPrice(item.amountMinor, currency));
  });
  return texts.paidBy(parts);
}

function isTax(item: PriceItem): boolean {
  return item.kind === "line" && item.line.kind === "tax";
}

/** What a price takes, in one breath: "1 h + $12.72", "1 h", "$36.00". */
export function costWords(quote: Pick<QuoteView, "currency" | "lines" | "totalMinor">, texts: BookingTexts): string {
  const units = textsOf(creditUnitTexts);
  const sums = new Map<CreditUnit, number>();
  for (const line of quote.lines) {
    if (line.kind !== "credit" && line.kind !== "kept_credits") continue;
    sums.set(line.unit, (sums.get(line.unit) ?? 0) + line.quantity);
  }
  const credits = [...sums].map(([unit, quantity]) => units.quantity(unit, null, quantity));
  const isMoneyTold = quote.totalMinor > 0 || credits.length === 0;
  return texts.costs(credits, isMoneyTold ? formatPrice(quote.totalMinor, quote.currency) : null);
}
