import type { DecimalText } from "./decimal-text.ts";

/** What the tax of something is. */
export interface TaxCategory {
  /** BT-151, BT-95, BT-102, BT-118 (UNTDID 5305): S, Z, E, AE, K, G, O, L, M, B. */
  readonly category: string;
  /** BT-152, BT-96, BT-103, BT-119 in percent; none where the category is O. */
  readonly rate?: DecimalText | null;
}

/** BG-23: the tax of one category at one rate. */
export interface VatBreakdown extends TaxCategory {
  /** BT-116. */
  readonly taxableAmount: DecimalText;
  /** BT-117. */
  readonly taxAmount: DecimalText;
  /** BT-120: why there is no tax, in words. */
  readonly exemptionReason?: string | null;
  /** BT-121: and as a code of VATEX. */
  readonly exemptionCode?: string | null;
}

/** BG-27, BG-28: less or more for a line. The amount is never negative by itself. */
export interface LineAllowance {
  /** BT-136, BT-141. */
  readonly amount: DecimalText;
  /** BT-137, BT-142: of what the percentage was taken. */
  readonly base?: DecimalText | null;
  /** BT-138, BT-143. */
  readonly percent?: DecimalText | null;
  /** BT-139, BT-144. */
  readonly reason?: string | null;
  /** BT-140 (UNTDID 5189), BT-145 (UNTDID 7161). */
  readonly reasonCode?: string | null;
}

/** BG-20, BG-21: less or more for the whole document (BT-92 to BT-98, BT-99 to BT-105). */
export interface DocumentAllowance extends LineAllowance {
  readonly tax: TaxCategory;
}
