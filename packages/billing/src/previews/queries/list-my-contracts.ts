import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, may, toLocal } from "@working-social/kernel";
import { loadContracts } from "../../contracts/queries/load-contracts.ts";
import { earliestEnd } from "../../contracts/rules/decide-end.ts";
import { renewalAfter } from "../../contracts/rules/plan-terms.ts";
import { runsOn } from "../../contracts/rules/timelines.ts";
import type { Contract } from "../../contracts/schema.ts";
import { loadAccountFacts } from "../../invoices/queries/account-facts.ts";
import { loadWorld } from "../../invoices/queries/load-world.ts";
import { draftView } from "../../invoices/rules/draft-view.ts";
import { draftsOrProblem } from "../../invoices/rules/drafts.ts";
import type { MyContract } from "../schema.ts";

/** One's own memberships and lettings, and the team's for whoever buys for it; each with its next invoice. */
export async function listMyContracts(ctx: Context): Promise<MyContract[]> {
  authorize(ctx, ...listMyContracts.needs);
  const sql = read(ctx);
  const contracts = await loadContracts(sql, ctx, { holderIds: await ownHolderIds(sql, ctx) });
  const mine: MyContract[] = [];
  for (const contract of contracts) mine.push(await withNextInvoice(sql, ctx, contract));
  return mine;
}
listMyContracts.needs = ["useSpace"] as const;

async function ownHolderIds(sql: Sql, ctx: Context): Promise<string[]> {
  if (ctx.actor.kind !== "person") return [];
  const rows = await sql.query<{ team_id: string | null }>(
    "SELECT team_id FROM people WHERE organization_id = $1::uuid AND id = $2::uuid",
    [ctx.organizationId, ctx.actor.personId],
  );
  const team = may(ctx.actor, "buyForTeam") ? (rows[0]?.team_id ?? null) : null;
  return [ctx.actor.personId, ...(team === null ? [] : [team])];
}

/** The invoice that the next period brings: the same drafts as those that the run issues. Throws CannotDraft. */
export async function withNextInvoice(sql: Sql, ctx: Context, contract: Contract): Promise<MyContract> {
  const { date: today } = toLocal(ctx.clock.now(), contract.timeZone);
  const next = renewalAfter(contract, today);
  const [facts] = await loadAccountFacts(sql, ctx, [contract.billingAccountId]);
  const isComing = contract.billFrom !== null && runsOn(contract, next);
  const drafts = facts && isComing ? draftsOrProblem(await loadWorld(sql, ctx, next), facts).drafts : [];
  return {
    contract,
    isRunning: runsOn(contract, today),
    earliestEnd: earliestEnd(contract, today),
    renewsOn: next,
    nextInvoice: drafts.map(draftView),
  };
}
