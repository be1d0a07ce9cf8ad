import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireContract } from "../queries/load-contracts.ts";
import type { ChangeContractInput, Contract } from "../schema.ts";
import { decideForContract } from "../steps/decide-for-contract.ts";
import { followPlan, holderOf } from "../steps/follow-plan.ts";
import { lockAccounts, requireAccountOwner } from "../steps/lock-accounts.ts";
import { writeChange } from "../steps/write-contract.ts";

/**
 * Changes plan or seats, pauses, resumes, ends, or takes one of these back before it begins; `previewContractChange` says before
 * what comes of it, by the same decision. Members change their own and their team's as was agreed; the rest is a manager's.
 * Throws not_found, not_allowed, membership_overlaps, and what `decideChange` refuses.
 */
export async function changeContract(ctx: Context, keyed: Keyed<ChangeContractInput>): Promise<Contract> {
  authorize(ctx, ...changeContract.needs);
  const { idempotencyKey: key, ...input } = keyed;
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, { key, procedure: "contracts.change", input }, async () => {
      const { billingAccountId } = await requireContract(tx, ctx, input.id);
      await lockAccounts(tx, ctx, [await requireAccountOwner(tx, ctx, billingAccountId)]);
      const contract = await requireContract(tx, ctx, input.id);
      const { writes } = await decideForContract(tx, ctx, contract, input.change);
      await writeChange(tx, ctx, contract.id, writes);
      await emit(tx, ctx, {
        name: "contract.changed",
        subjectType: "contract",
        subjectId: contract.id,
        data: { created: { ...input.change } },
      });
      await followPlan(tx, ctx, holderOf(contract));
      return requireContract(tx, ctx, contract.id);
    }),
  );
}
changeContract.needs = ["useSpace", "manageContracts"] as const;
