import type { RefusalKind } from "@working-social/kernel";
import { DomainError } from "@working-social/kernel";

/** Why charges say no. */
export type ChargesRefusal =
  /** An amount is no whole number of at least 0, or net and tax are not the amount. */
  | { code: "bad_amount" }
  /** A line would be less than nothing. */
  | { code: "below_zero"; openMinor: number }
  /** The pack costs something else than the buyer saw. */
  | { code: "pack_price_changed"; priceMinor: number; currency: string }
  /** A single-purpose pack is good for places with different taxes: nobody can say which is due when it is sold. */
  | { code: "pack_tax_unknown" };

const KINDS: Record<ChargesRefusal["code"], RefusalKind> = {
  bad_amount: "bad_input",
  below_zero: "conflict",
  pack_price_changed: "conflict",
  pack_tax_unknown: "conflict",
};

export function chargesError(refusal: ChargesRefusal): DomainError<ChargesRefusal> {
  return new DomainError(KINDS[refusal.code], refusal);
}
