import type { CreditUnit } from "@working-social/credits/schema";
import { EDITED } from "@working-social/kernel/edit-input";
import { z } from "zod";
import { Id, Name, ResourceKind } from "../shared.ts";

/** From `hoursBefore` hours before the start on, cancelling costs `feePercent` of the price. */
export const CancellationTier = z.strictObject({
  hoursBefore: z.int().min(0).max(8760),
  feePercent: z.int().min(0).max(100),
});
export type CancellationTier = z.infer<typeof CancellationTier>;

const feesRise = (tiers: CancellationTier[]) => {
  const ordered = [...tiers].sort((a, b) => b.hoursBefore - a.hoursBefore);
  return ordered.every((tier, i) => {
    const earlier = ordered[i - 1];
    return !earlier || (earlier.hoursBefore !== tier.hoursBefore && earlier.feePercent <= tier.feePercent);
  });
};
const policyFields = {
  name: Name,
  locationId: Id,
  resourceKind: ResourceKind.nullable(),
  resourceId: Id.nullable(),
  /** Fees never fall as the start comes nearer. */
  tiers: z.array(CancellationTier).min(1).max(12).refine(feesRise, { error: "fees_fall" }),
};
export const CreateCancellationPolicyInput = z.strictObject(policyFields);
export type CreateCancellationPolicyInput = z.infer<typeof CreateCancellationPolicyInput>;
export const UpdateCancellationPolicyInput = z.strictObject(policyFields).exactPartial().extend(EDITED);
export type UpdateCancellationPolicyInput = z.infer<typeof UpdateCancellationPolicyInput>;

export interface CancellationPolicyView extends CreateCancellationPolicyInput {
  id: string;
}

/** The policy as agreed with one booking: stored with its quote, and what counts from then on. */
export interface CancellationTerms {
  policyName: string | null;
  /** Sorted from the earliest (most hours before) to the latest; empty: free until the start. */
  tiers: CancellationTier[];
  /** Credits that stay owed since a change within the time of a fee, whatever the tiers say. */
  owedCredits?: UnitQuantity[];
}

/** Credits of one unit. */
export interface UnitQuantity {
  unit: CreditUnit;
  quantity: number;
}

export const ListCancellationPoliciesInput = z.strictObject({ locationId: Id });
export type ListCancellationPoliciesInput = z.infer<typeof ListCancellationPoliciesInput>;
export const CancellationPolicyIdInput = z.strictObject({ id: Id });
export type CancellationPolicyIdInput = z.infer<typeof CancellationPolicyIdInput>;
