import type { EpochMs } from "@working-social/kernel";
import type { CancellationFee } from "../rules/cancellation.ts";
import { cancellationFee } from "../rules/cancellation.ts";
import type { BookingRow } from "./booking-row.ts";
import { wrongState } from "./refusals.ts";

/**
 * What cancelling costs now, by the policy agreed with the booking. Nothing while it waits for approval, since nobody has
 * promised anything yet, and nothing for an imported one. Refuses with wrong_state what is no booking (any more).
 */
export function cancellationPrice(row: BookingRow, now: EpochMs): CancellationFee {
  if (row.status !== "confirmed" && row.status !== "pending_approval") throw wrongState(row.status, "cancel");
  if (row.endsAt <= now) throw wrongState("ended", "cancel");
  if (row.status === "pending_approval" || !row.policy || row.totalMinor === null) {
    return { feeMinor: 0, feePercent: 0, freeUntil: now < row.startsAt ? row.startsAt : null };
  }
  return cancellationFee(row.policy, row.totalMinor, row.startsAt, now);
}
