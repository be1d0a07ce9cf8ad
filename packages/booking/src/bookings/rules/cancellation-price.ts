import type { EpochMs } from "@working-social/kernel";
import type { CancellationFee } from "../../rules/cancellation.ts";
import { cancellationFee, keptCredits, owedTerms } from "../../rules/cancellation.ts";
import type { BookingRow } from "../queries/booking-row.ts";
import { isRequestOver } from "./request.ts";
import type { BookingCost } from "../steps/paid-booking.ts";
import { wrongState } from "./refusals.ts";
import type { CreditsKept } from "../../rules/quote-view.ts";

/** What cancelling costs, in money and in credits. */
export interface CancellationPrice extends CancellationFee {
  readonly credits: CreditsKept[];
}

/** Refuses with wrong_state what is no booking (any more). Who waits for an answer may stop waiting at any time. */
export function requireCancellable(row: BookingRow, now: EpochMs): void {
  if (row.status === "pending_approval") return;
  if (row.status !== "confirmed") throw wrongState(row.status, "cancel");
  if (row.endsAt <= now) throw wrongState("ended", "cancel");
}

/**
 * What cancelling costs now, of what the booking costs now, by the policy agreed with it: the same share of its money and
 * of its credits. While it waits for approval only what a change has left owed, since nobody has promised anything yet, and
 * nothing for an imported one. Nothing either once its time has begun without an answer.
 */
export function cancellationPrice(row: BookingRow, cost: BookingCost, now: EpochMs): CancellationPrice {
  const isFree = !row.policy || row.totalMinor === null || isRequestOver(row, now);
  const agreed = isFree || !row.policy ? { policyName: null, tiers: [] } : row.policy;
  const terms = row.status === "pending_approval" ? owedTerms(agreed) : agreed;
  return {
    ...cancellationFee(terms, isFree ? 0 : cost.moneyMinor, row.startsAt, now),
    credits: keptCredits(terms, cost.credits, row.startsAt, now),
  };
}
