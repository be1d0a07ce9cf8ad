import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, toLocal } from "@working-social/kernel";
import { requireContract } from "../../contracts/queries/load-contracts.ts";
import { earliestEnd } from "../../contracts/rules/decide-end.ts";
import { renewalAfter } from "../../contracts/rules/plan-terms.ts";
import { runsOn } from "../../contracts/rules/timelines.ts";
import type { ContractIdInput } from "../../contracts/schema.ts";
import { CannotDraft } from "../../invoices/rules/draft.ts";
import type { ContractDetail } from "../schema.ts";
import { withNextInvoice } from "./list-my-contracts.ts";

/** One contract with the invoice that its next period brings, or why none can be. Needs manageContracts. Throws not_found. */
export async function getContract(ctx: Context, { id }: ContractIdInput): Promise<ContractDetail> {
  authorize(ctx, ...getContract.needs);
  const sql = read(ctx);
  const contract = await requireContract(sql, ctx, id);
  try {
    return { ...(await withNextInvoice(sql, ctx, contract)), problem: null };
  } catch (error) {
    if (!(error instanceof CannotDraft)) throw error;
    const { date: today } = toLocal(ctx.clock.now(), contract.timeZone);
    return {
      contract,
      isRunning: runsOn(contract, today),
      earliestEnd: earliestEnd(contract, today),
      renewsOn: renewalAfter(contract, today),
      nextInvoice: [],
      problem: error.problem,
    };
  }
}
getContract.needs = ["manageContracts"] as const;
