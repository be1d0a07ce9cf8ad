import type { Context, Sql } from "@working-social/db";
import { assignPlan } from "@working-social/directory";
import type { PlanHolder } from "@working-social/directory";
import { toLocal } from "@working-social/kernel";
import { loadContracts } from "../queries/load-contracts.ts";
import { planOn } from "../rules/timelines.ts";
import type { Contract } from "../schema.ts";

/** Brings the plan of a holder to what their contracts say today, each by the clock of its place. */
export async function followPlan(tx: Sql, ctx: Context, holder: PlanHolder): Promise<void> {
  const id = "personId" in holder ? holder.personId : holder.teamId;
  const contracts = await loadContracts(tx, ctx, { holderIds: [id] });
  await assignPlan(tx, ctx, holder, planNow(ctx, contracts));
}

function planNow(ctx: Context, contracts: readonly Contract[]): string | null {
  const plans = contracts.map((contract) => planOn(contract, toLocal(ctx.clock.now(), contract.timeZone).date));
  return plans.find((plan) => plan !== null) ?? null;
}

export function holderOf({ personId, teamId }: Pick<Contract, "personId" | "teamId">): PlanHolder {
  if (personId !== null) return { personId };
  if (teamId !== null) return { teamId };
  throw new Error("A contract is of nobody.");
}
