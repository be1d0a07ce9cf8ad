/**
 * The money of a job as sides × price; null where it is no such product: nobody knows the price, or a side that has its sheet to
 * itself costs another.
 */
export function pricedSides(
  { sides, priceMinor }: { sides: number; priceMinor: number | null },
  moneyMinor: number,
): { sides: number; eachMinor: number } | null {
  if (priceMinor === null || priceMinor === 0 || sides === 0 || moneyMinor === 0) return null;
  const eachMinor = priceMinor / sides;
  const charged = moneyMinor / eachMinor;
  const isProduct = Number.isInteger(eachMinor) && Number.isInteger(charged) && charged <= sides;
  return isProduct ? { sides: charged, eachMinor } : null;
}
