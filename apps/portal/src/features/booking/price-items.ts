import type { QuoteLine, QuoteView, UsedLot } from "@working-social/booking/schema";
import type { CreditUnit } from "@working-social/credits/schema";
import { scaleRounded } from "@working-social/kernel";

type LineOf<Kind extends QuoteLine["kind"]> = Extract<QuoteLine, { kind: Kind }>;

/** A price as it is told: what credits pay, then what is left to pay, each with its amount; they sum to the total. */
export type PriceItem =
  /** Credits of one lot. `amountMinor` is what they take off, 0 where the line they pay is not shown at all. */
  | { kind: "lot"; unit: CreditUnit; lot: UsedLot; amountMinor: number }
  /** What credits left of the time: 30 min × $24.00, or 1 day × $30.00. */
  | { kind: "rest"; line: LineOf<"time">; minutes: number; units: number; amountMinor: number }
  | { kind: "line"; line: Exclude<QuoteLine, LineOf<"credit">>; amountMinor: number };

/**
 * The lines of a quote, told from the member's side. The ledger prices the whole slot and takes off what credits save; people
 * want to hear "1 h from your plan, 30 min × $24.00". That can be said where credits pay all of it, or where one rate holds for
 * the whole slot; else both stay as they are, and sum up all the same.
 */
export function priceItems({ lines }: Pick<QuoteView, "lines">): PriceItem[] {
  const credits = lines.filter((line) => line.kind === "credit");
  const plain = lines.filter((line) => line.kind !== "credit");
  const time = plain.filter(({ kind }) => kind === "time" || kind === "minimum");
  const others = plain.filter((line) => !time.includes(line));
  const told = credits.length === 0 ? null : restOf(time, credits);
  if (told === null) return [...time.map(asItem), ...credits.flatMap(deducted), ...others.map(asItem)];
  const lots = credits.flatMap(({ unit, lots: used }) =>
    used.map((lot) => ({ ...lotItem(unit, lot), amountMinor: 0 })),
  );
  return [...lots, ...told, ...others.map(asItem)];
}

/** What is left to pay of the time, if it can be said; nothing when credits pay it all. */
function restOf(time: readonly QuoteLine[], credits: readonly LineOf<"credit">[]): PriceItem[] | null {
  const amountMinor = [...time, ...credits].reduce((sum, line) => sum + line.amountMinor, 0);
  if (amountMinor === 0) return [];
  const [line, ...moreTime] = time;
  const [credit, ...moreCredits] = credits;
  if (line?.kind !== "time" || credit === undefined || moreTime.length > 0 || moreCredits.length > 0) return null;
  const rest = credit.unit === "room_minutes" ? hourRest(line, credit.quantity) : dayRest(line, credit.quantity);
  return rest?.amountMinor === amountMinor ? [{ kind: "rest", line, ...rest }] : null;
}

type Rest = Omit<Extract<PriceItem, { kind: "rest" }>, "kind" | "line">;

function hourRest({ unit, minutes, unitPriceMinor }: LineOf<"time">, paidMinutes: number): Rest | null {
  if (unit !== "hour") return null;
  const rest = minutes - paidMinutes;
  return { minutes: rest, units: rest / 60, amountMinor: scaleRounded(unitPriceMinor, rest, 60) };
}

function dayRest({ unit, units, minutes, unitPriceMinor }: LineOf<"time">, paidDays: number): Rest | null {
  if (unit !== "day") return null;
  return { minutes, units: units - paidDays, amountMinor: unitPriceMinor * (units - paidDays) };
}

function asItem(line: Exclude<QuoteLine, LineOf<"credit">>): PriceItem {
  return { kind: "line", line, amountMinor: line.amountMinor };
}

/** What each lot takes off: its share of what the credits save, the last one the remainder, so that nothing is lost. */
function deducted({ unit, quantity, lots, amountMinor }: LineOf<"credit">): PriceItem[] {
  let left = amountMinor;
  return lots.map((lot, index) => {
    const share = index === lots.length - 1 ? left : -scaleRounded(-amountMinor, lot.quantity, quantity);
    left -= share;
    return { ...lotItem(unit, lot), amountMinor: share };
  });
}

function lotItem(unit: CreditUnit, lot: UsedLot): Extract<PriceItem, { kind: "lot" }> {
  return { kind: "lot", unit, lot, amountMinor: 0 };
}
