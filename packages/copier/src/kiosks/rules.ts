/** Whether credits can pay for copies where this currency is charged: pages, or money of that currency. */
export function paysForCopies(
  { unit, currency }: { unit: string; currency: string | null },
  currencyHere: string,
): boolean {
  return unit === "mono_pages" || unit === "colour_pages" || (unit === "money" && currency === currencyHere);
}
