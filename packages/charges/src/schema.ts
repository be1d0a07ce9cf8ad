import type { Cause, CreditResource, CreditUnit } from "@working-social/credits/schema";
import type { TaxedPrice } from "@working-social/kernel";
import { z } from "zod";
import type { ChargeProduct, LineItem, ServiceDays } from "./lines/schema.ts";
import { Id } from "./shared.ts";

export type { ChargesRefusal } from "./errors.ts";
export * from "./lines/schema.ts";
export * from "./packs/schema.ts";

/** The usage behind a line that no credits covered; credits that arrive late still may. */
export interface ChargedUsage {
  unit: CreditUnit;
  quantity: number;
  /** When it happened: decides which credits are valid for it. */
  usedAt: string;
  resource: CreditResource | null;
}

export interface ChargeLineView {
  id: string;
  /** What it is about. */
  item: LineItem;
  product: ChargeProduct;
  /** As it was charged, tax and all. */
  amountMinor: number;
  /** The same in its parts. */
  price: TaxedPrice;
  service: ServiceDays;
  locationId: string | null;
  /** What is left of it after adjustments. */
  openMinor: number;
  /** What credits of money have paid of it. */
  paidMinor: number;
  /** openQuantity: what neither credits covered nor anybody took off. */
  usage: (ChargedUsage & { openQuantity: number }) | null;
}

/** What somebody owes for one thing; `open` in lists is what no invoice has taken. */
export interface ChargeView {
  id: string;
  personId: string;
  teamId: string | null;
  billingAccountId: string;
  cause: Cause;
  currency: string;
  amountMinor: number;
  openMinor: number;
  paidMinor: number;
  lines: ChargeLineView[];
  createdAt: string;
}

/** One's own charges (null), or, for staff, anybody's; the newest first. */
export const ListChargesInput = z.strictObject({
  personId: Id.nullable(),
  status: z.enum(["open", "all"]),
  cursor: Id.nullable(),
});
export type ListChargesInput = z.infer<typeof ListChargesInput>;
export interface ChargePage {
  charges: ChargeView[];
  nextCursor: string | null;
}

/** What one cause costs at this moment: credits, promises and money. */
export interface Cost {
  /** Credits that are used and not given back, money aside. */
  used: { unit: CreditUnit; currency: string | null; quantity: number }[];
  /** Promised by later periods, not yet taken. */
  scheduled: { unit: CreditUnit; quantity: number; priceMinor: number | null }[];
  /** Still owed in money. */
  openMinor: number;
  /** Paid by credits of money: with `openMinor` it is what the cause costs in money. */
  paidMinor: number;
  /** Whether a charge was ever recorded for it. */
  isCharged: boolean;
}
