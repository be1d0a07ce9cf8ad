import type { CreditSource, CreditUnit } from "@working-social/credits/schema";
import type { CancellationTerms } from "../cancellation/schema.ts";

/** Credits that pay for a part of a booking, by the lot they come from. */
export interface UsedLot {
  lotId: string;
  label: string;
  source: CreditSource;
  owner: "person" | "team";
  quantity: number;
  /** What stays in the lot after this booking: "9 h left until 30 November". */
  leftAfter: number;
  expiresAt: string | null;
  /** Not there yet: what the plan will give in the period of the booking. Taken when that period opens. */
  isPlanned: boolean;
}

/** What a line of the price is about. */
export type QuoteLine =
  /** Minutes at a rate. */
  | {
      kind: "time";
      rateId: string;
      rateName: string;
      minutes: number;
      unit: "hour" | "half_day" | "day";
      unitPriceMinor: number;
      units: number;
      amountMinor: number;
    }
  /** Lifts the sum to the rate's minimum charge. */
  | { kind: "minimum"; rateId: string; rateName: string; minimumMinor: number; amountMinor: number }
  /** What stays owed of the earlier price, since the change came after the free period. */
  | { kind: "kept"; feePercent: number; earlierTotalMinor: number; amountMinor: number }
  /** Credits of the earlier slot that stay used beyond those of this one, since the change came after the free period. */
  | { kind: "kept_credits"; unit: CreditUnit; quantity: number; earlierQuantity: number; amountMinor: 0 }
  /** What credits pay: takes off what the lines above would cost without it. */
  | { kind: "credit"; unit: CreditUnit; quantity: number; lots: UsedLot[]; amountMinor: number }
  /** No rate says anything about these minutes: they cost nothing. */
  | { kind: "free"; minutes: number; amountMinor: 0 }
  | { kind: "tax"; name: string; basisPoints: number; inclusive: boolean; amountMinor: number };

export interface QuoteView {
  currency: string;
  lines: QuoteLine[];
  /** Before tax; with inclusive tax, what is left when the tax is taken out. */
  subtotalMinor: number;
  taxMinor: number;
  totalMinor: number;
  policy: CancellationTerms;
  needsApproval: boolean;
}

/** A slot that would pass, near the one asked for. */
export interface SlotView {
  resourceId: string;
  resourceName: string;
  startsAt: string;
  endsAt: string;
}

/** What comes of a booking's credits when it is cancelled: `kept` of the `used` stay used, the rest comes back. */
export interface CreditsKept {
  unit: CreditUnit;
  /** Taken, or promised by a later period. */
  used: number;
  kept: number;
}
