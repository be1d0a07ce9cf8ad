import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { addDays, authorize, toLocal } from "@working-social/kernel";
import { loadAccountFacts } from "../../invoices/queries/account-facts.ts";
import { loadWorld } from "../../invoices/queries/load-world.ts";
import { draftView } from "../../invoices/rules/draft-view.ts";
import { draftsOrProblem } from "../../invoices/rules/drafts.ts";
import { earliestEnd } from "../../contracts/rules/decide-end.ts";
import { renewalAfter } from "../../contracts/rules/plan-terms.ts";
import type { ChangeContractInput, Contract, ContractChange } from "../../contracts/schema.ts";
import type { ContractPreview } from "../schema.ts";
import { decideForContract } from "../../contracts/steps/decide-for-contract.ts";
import { requireContract } from "../../contracts/queries/load-contracts.ts";

/**
 * What a change would do, by the same decision and the same drafts as the commit and the later invoice: the contract as it would be, and
 * the next invoice with it and without it. Throws what `changeContract` does.
 */
export async function previewContractChange(
  ctx: Context,
  { id, change }: ChangeContractInput,
): Promise<ContractPreview> {
  authorize(ctx, ...previewContractChange.needs);
  const sql = read(ctx);
  const contract = await requireContract(sql, ctx, id);
  const { after, writes } = await decideForContract(sql, ctx, contract, change);
  const { date: today } = toLocal(ctx.clock.now(), contract.timeZone);
  const world = await loadWorld(sql, ctx, effectiveDay(contract, change, today));
  const [facts] = await loadAccountFacts(sql, ctx, [contract.billingAccountId]);
  if (!facts) throw new Error(`Account ${contract.billingAccountId} is gone.`);
  const others = facts.contracts.filter(
    (one) => one.id !== id && !(writes.withdrawnFollower && one.continuesId === id),
  );
  const contracts = [...others, after, ...(writes.follower ? [writes.follower] : [])];
  return {
    contract: after,
    follower: writes.follower,
    earliestEnd: earliestEnd(contract, today),
    before: draftsOrProblem(world, facts).drafts.map(draftView),
    after: draftsOrProblem(world, { ...facts, contracts }).drafts.map(draftView),
  };
}
previewContractChange.needs = ["useSpace", "manageContracts"] as const;

/** The day on which its first invoice could be dated: of a change at renewal that one, else today. */
function effectiveDay(contract: Contract, change: ContractChange, today: string): string {
  const from = dayOf(contract, change, today);
  return from > today ? from : today;
}

function dayOf(contract: Contract, change: ContractChange, today: string): string {
  switch (change.kind) {
    case "plan":
    case "seats":
      return change.from === "renewal" ? renewalAfter(contract, today) : change.from.on;
    case "billing":
      return change.billFrom;
    case "pause":
      return change.startsOn;
    case "resume":
      return change.on;
    case "cancel":
      return change.lastDay === null ? today : addDays(change.lastDay, 1);
    case "undo":
      return today;
  }
}
