import type { LocalDate } from "@working-social/kernel";

/** The first day of the month after: "2026-12-05" → "2027-01-01". */
export function firstOfNextMonth(date: LocalDate): LocalDate {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}
