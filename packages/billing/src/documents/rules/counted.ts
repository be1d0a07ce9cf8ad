import type { DocumentLine } from "./document.ts";

/** How much of something a line is over; above zero, whatever sign its amount has. UN/ECE Recommendation 20, and pages. */
export interface Counted {
  readonly quantity: number;
  readonly unit: "C62" | "pages" | "MIN" | "HUR" | "DAY" | "MON" | "ANN";
}

/** A whole period is so many months; of a part of one, its days are counted. Half-open calendar periods: 28 to 31, and 365 or 366. */
const [LONGEST_MONTH, SHORTEST_YEAR, LONGEST_YEAR] = [31, 365, 366] as const;

const KNOWN: Readonly<Record<string, Counted["unit"]>> = { MIN: "MIN", HUR: "HUR", DAY: "DAY", MON: "MON", ANN: "ANN" };

/** What a line counts, the same on paper and in the e-invoice. */
export function countedOf({ item, quantity, unitCode, productKind }: DocumentLine): Counted {
  const isFee = item.code === "plan_fee" || item.code === "letting_fee" || item.code === "item_fee";
  if (isFee) return feeOf(item.data, item.data.quantity);
  // A deposit and a set-up fee come back as one thing, not as the day they stand on.
  if (item.code === "returned" && unitCode === "MON") return feeOf(item.data, 1);
  if (productKind === "copier_pages" && item.code === "print") return { quantity, unit: "pages" };
  return { quantity, unit: KNOWN[unitCode] ?? "C62" };
}

function feeOf({ days, daysInPeriod }: { days: number; daysInPeriod: number }, quantity: number): Counted {
  if (days < daysInPeriod) return { quantity: days, unit: "DAY" };
  // Three seats for a month are no three months.
  if (quantity > 1) return { quantity, unit: "C62" };
  if (daysInPeriod <= LONGEST_MONTH) return { quantity, unit: "MON" };
  const isYear = daysInPeriod >= SHORTEST_YEAR && daysInPeriod <= LONGEST_YEAR;
  return { quantity, unit: isYear ? "ANN" : "C62" };
}
