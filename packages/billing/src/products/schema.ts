import type { TaxCategory } from "@working-social/kernel";
import { EDITED } from "@working-social/kernel/edit-input";
import { typedLine } from "@working-social/kernel/typed-text";
import { z } from "zod";
import { ExemptionCode } from "../parties/schema.ts";
import { Currency, Day, Id, Name, PriceMinor } from "../shared.ts";

/** What is sold. Of each but `item` an organization has one, whose name is in the reader's language. */
export const PRODUCT_KINDS = [
  "plan_fee",
  "letting_fee",
  "setup_fee",
  "deposit",
  "item",
  "room_time",
  "desk_time",
  "equipment_time",
  "copier_pages",
  "credit_pack",
  "cancellation_fee",
] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

/** What a product is taxed as; the rate of each class stands with a location, by day. */
export const TAX_CLASSES = ["standard", "reduced", "zero", "exempt", "outside"] as const;
export type TaxClass = (typeof TAX_CLASSES)[number];

/** UN/ECE Recommendation 20: one, minute, hour, day, month. */
export const PRODUCT_UNITS = ["C62", "MIN", "HUR", "DAY", "MON"] as const;
export type ProductUnit = (typeof PRODUCT_UNITS)[number];

const productFields = {
  name: Name,
  unitCode: z.enum(PRODUCT_UNITS),
  /** Of the bookkeeper's chart of accounts. */
  revenueAccount: typedLine({ max: 40 }).nullable(),
  taxClass: z.enum(TAX_CLASSES),
  /** What an item costs where nobody says otherwise; with its currency, or neither. */
  priceMinor: PriceMinor.nullable(),
  currency: Currency.nullable(),
};
/** Something that is sold by hand. */
export const CreateProductInput = z.strictObject(productFields);
export type CreateProductInput = z.infer<typeof CreateProductInput>;
/** Only an item has a name and a price of its own. */
export const UpdateProductInput = z
  .strictObject({ ...productFields, name: Name.nullable() })
  .exactPartial()
  .extend(EDITED);
export type UpdateProductInput = z.infer<typeof UpdateProductInput>;
export const ProductIdInput = z.strictObject({ id: Id });
export type ProductIdInput = z.infer<typeof ProductIdInput>;

export interface ProductView {
  id: string;
  kind: ProductKind;
  /** Null: what its kind is called. */
  name: string | null;
  unitCode: ProductUnit;
  revenueAccount: string | null;
  taxClass: TaxClass;
  priceMinor: number | null;
  currency: string | null;
  isArchived: boolean;
}

/** What a domestic sale can be taxed as: reverse charge and the like come from the buyer. */
export const RATE_CATEGORIES = ["S", "Z", "E", "O", "L", "M"] as const satisfies readonly TaxCategory[];
export type RateCategory = (typeof RATE_CATEGORIES)[number];
/** What never has a rate of its own: it is outside of the scope of tax everywhere. */
export const RATED_CLASSES = ["standard", "reduced", "zero", "exempt"] as const satisfies readonly TaxClass[];

/** The rate of a class at a location, from a day on. Said for the same day again, it says so anew. */
export const SetTaxRateInput = z
  .strictObject({
    locationId: Id,
    taxClass: z.enum(RATED_CLASSES),
    validFrom: Day,
    category: z.enum(RATE_CATEGORIES),
    /** 100 = 1 %. */
    basisPoints: z.int().min(0).max(10_000),
    /** Why no tax is taken: in words, and by the list VATEX. */
    exemptionReason: typedLine({ max: 300 }).nullable(),
    exemptionCode: ExemptionCode.nullable(),
  })
  .refine(({ category, basisPoints }) => isRateOf(category, basisPoints), {
    path: ["basisPoints"],
    error: "rate_of_another_category",
  })
  .refine((rate) => rate.category !== "E" || rate.exemptionReason !== null || rate.exemptionCode !== null, {
    path: ["exemptionReason"],
    error: "exemption_reason_missing",
  })
  .refine((rate) => ["E", "O"].includes(rate.category) || (rate.exemptionReason ?? rate.exemptionCode) === null, {
    path: ["exemptionReason"],
    error: "exemption_reason_of_a_tax",
  });
export type SetTaxRateInput = z.infer<typeof SetTaxRateInput>;

/** A standard rate is above zero, that of the Canary Islands and of Ceuta may be, and nothing else is (BR-S-5, BR-Z-5, BR-E-5, BR-O-5). */
function isRateOf(category: RateCategory, basisPoints: number): boolean {
  if (category === "S") return basisPoints > 0;
  return category === "L" || category === "M" || basisPoints === 0;
}

export const ListTaxRatesInput = z.strictObject({ locationId: Id });
export type ListTaxRatesInput = z.infer<typeof ListTaxRatesInput>;

/** A tax, and why it is none. */
export interface ReasonedTax {
  category: TaxCategory;
  /** 100 = 1 %. */
  basisPoints: number;
  exemptionReason: string | null;
  exemptionCode: string | null;
}
export interface TaxRateView extends ReasonedTax {
  taxClass: TaxClass;
  validFrom: string;
}
export interface LocationRatesView {
  /** The latest first. */
  rates: TaxRateView[];
  /** What each class is taxed as today, by the location's clock; null: nobody has said so. */
  today: { taxClass: TaxClass; tax: ReasonedTax | null }[];
}
