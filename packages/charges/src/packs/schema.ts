import { CreditOwner, CreditScope, CreditUnit, MOST_CREDITS } from "@working-social/credits/schema";
import { EDITED } from "@working-social/kernel/edit-input";
import { PRICE_MODES } from "@working-social/kernel";
import type { PriceMode, Tax } from "@working-social/kernel";
import { z } from "zod";
import { Currency, Id, IdempotencyKey, Name, PriceMinor } from "../shared.ts";

/** When what a pack pays for is taxed: at its sale, since all is known then, or at each use. */
export const PACK_PURPOSES = ["single_purpose", "multi_purpose"] as const;
export type PackPurpose = (typeof PACK_PURPOSES)[number];

/** Credits to buy, and what they cost. */
export interface PackView {
  id: string;
  name: string;
  unit: CreditUnit;
  /** Of the credits, for money; else null. */
  currency: string | null;
  quantity: number;
  priceMinor: number;
  priceCurrency: string;
  purpose: PackPurpose;
  /** Of a single-purpose pack: whether tax comes on top of the price. */
  priceMode: PriceMode;
  /** At its sale; null: the places that a single-purpose pack is good for have different taxes, so that it can't be sold. */
  tax: Tax | null;
  /** What a buyer pays, tax and all. */
  totalMinor: number;
  /** The credits end with the local day so many days after the purchase; null: never. */
  validDays: number | null;
  scope: CreditScope;
}

const packFields = {
  name: Name,
  unit: CreditUnit,
  currency: Currency.nullable(),
  quantity: z.int().min(1).max(MOST_CREDITS),
  priceMinor: PriceMinor,
  priceCurrency: Currency,
  validDays: z.int().min(1).max(3660).nullable(),
  scope: CreditScope,
  purpose: z.enum(PACK_PURPOSES),
  priceMode: z.enum(PRICE_MODES),
};
/** Taxed at each use, and sold at the price that it says, unless something else is said. */
export const CreatePackInput = z.strictObject({
  ...packFields,
  purpose: packFields.purpose.exactOptional(),
  priceMode: packFields.priceMode.exactOptional(),
});
export type CreatePackInput = z.infer<typeof CreatePackInput>;
export const UpdatePackInput = z
  .strictObject({ ...packFields, scope: CreditScope.exactPartial() })
  .exactPartial()
  .extend(EDITED);
export type UpdatePackInput = z.infer<typeof UpdatePackInput>;
export const PackIdInput = z.strictObject({ packId: Id });
export type PackIdInput = z.infer<typeof PackIdInput>;

/** For oneself, for one's team, or, by staff, for anybody. */
export const BuyPackInput = z.strictObject({
  packId: Id,
  for: z.union([z.enum(["me", "team"]), CreditOwner]),
  /** The total that the buyer saw: another price is refused, and tells what it is. */
  expectedPriceMinor: PriceMinor,
  idempotencyKey: IdempotencyKey,
});
export type BuyPackInput = z.infer<typeof BuyPackInput>;

/** What came of a purchase: the lot is there, and the price is an open charge. */
export interface BoughtPack {
  purchaseId: string;
  packId: string;
  lotId: string;
  name: string;
  owner: CreditOwner;
  unit: CreditUnit;
  currency: string | null;
  quantity: number;
  priceMinor: number;
  priceCurrency: string;
  expiresAt: string | null;
  boughtAt: string;
}
