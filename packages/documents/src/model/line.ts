import type { DecimalText, Identifier, Period } from "./decimal-text.ts";
import type { LineAllowance, TaxCategory } from "./tax.ts";

/** BG-29: what one of it costs. */
export interface Price {
  /** BT-146: without tax, after its discount. */
  readonly net: DecimalText;
  /** BT-147. */
  readonly discount?: DecimalText | null;
  /** BT-148: before its discount. */
  readonly gross?: DecimalText | null;
  /** BT-149: for how many the price is; one, where there is none. */
  readonly baseQuantity?: DecimalText | null;
  /** BT-150. */
  readonly baseUnit?: string | null;
}

/** BG-32. */
export interface ItemAttribute {
  /** BT-160. */
  readonly name: string;
  /** BT-161. */
  readonly value: string;
}

/** BG-31: what was supplied. */
export interface Item {
  /** BT-153. */
  readonly name: string;
  /** BT-154. */
  readonly description?: string | null;
  /** BT-155. */
  readonly sellerId?: string | null;
  /** BT-156. */
  readonly buyerId?: string | null;
  /** BT-157, with a scheme of ISO 6523. */
  readonly standardId?: Identifier | null;
  /** BT-158, with a scheme of UNTDID 7143. */
  readonly classifications: readonly Classification[];
  /** BT-159. */
  readonly originCountry?: string | null;
  readonly attributes: readonly ItemAttribute[];
}

export interface Classification extends Identifier {
  readonly schemeVersion?: string | null;
}

/** BG-25. */
export interface InvoiceLine {
  /** BT-126. */
  readonly id: string;
  /** BT-127. */
  readonly note?: string | null;
  /** BT-128. */
  readonly invoicedObject?: Identifier | null;
  /** BT-129. */
  readonly quantity: DecimalText;
  /** BT-130: UN/ECE Recommendation 20, such as C62 (one), HUR, DAY, MON. */
  readonly unit: string;
  /** BT-131: quantity × price, less allowances, plus charges. */
  readonly netAmount: DecimalText;
  /** BT-132. */
  readonly orderLine?: string | null;
  /** BT-133. */
  readonly buyerAccounting?: string | null;
  /** BG-26. */
  readonly period?: Period | null;
  readonly allowances: readonly LineAllowance[];
  readonly charges: readonly LineAllowance[];
  readonly price: Price;
  /** BG-30. */
  readonly tax: TaxCategory;
  readonly item: Item;
}
