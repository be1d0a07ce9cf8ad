import type { Cause, CreditResource, CreditUnit } from "@working-social/credits/schema";

export type { BillingRefusal } from "./errors.ts";

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
  label: string;
  /** As it was charged. */
  amountMinor: number;
  /** What is left of it after adjustments. */
  openMinor: number;
  usage: (ChargedUsage & { openQuantity: number }) | null;
}

/** What somebody owes for one thing, until an invoice takes it. */
export interface ChargeView {
  id: string;
  personId: string;
  teamId: string | null;
  cause: Cause;
  currency: string;
  amountMinor: number;
  openMinor: number;
  lines: ChargeLineView[];
  createdAt: string;
}
