import type { Contract, PlanVersionView, Term } from "@working-social/billing/schema";
import { formatPrice } from "../../../../lib/format.ts";
import type { ContractsTexts } from "./contracts-texts.ts";

type Priced = Pick<Contract, "currency" | "intervalMonths">;

/** "$200.00 a month × 2 seats"; null where nothing is charged. */
export function termPrice(term: Term | undefined, contract: Priced, texts: ContractsTexts): string | null {
  if (!term || term.unitPriceMinor === null) return null;
  const price = texts.per(formatPrice(term.unitPriceMinor, contract.currency), contract.intervalMonths);
  return term.quantity > 1 ? texts.times(price, term.quantity) : price;
}

/** "$200.00 a month", with which it begins. */
export function versionPrice({ prices, currency, intervalMonths }: PlanVersionView, texts: ContractsTexts): string {
  const first = prices.find(({ fromPeriod }) => fromPeriod === 0)?.priceMinor ?? 0;
  return texts.per(formatPrice(first, currency), intervalMonths);
}
