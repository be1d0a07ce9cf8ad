import type { Context, Sql } from "@working-social/db";
import { may, newId, notAllowed, notFound, toLocal } from "@working-social/kernel";
import { requirePlanVersion } from "../../plans/queries.ts";
import { decideChange } from "../rules/decide-change.ts";
import type { DecidedChange } from "../rules/change.ts";
import { termOn } from "../rules/timelines.ts";
import type { Contract, ContractChange } from "../schema.ts";

/** What members may ask of their own contract; the rest is a manager's. */
const OF_MEMBERS: readonly ContractChange["kind"][] = ["plan", "seats", "pause", "resume", "cancel", "undo"];

/** The decision on a change of a contract as it is now. Throws not_found (also for somebody else's, and the version), not_allowed, and what `decideChange` does. */
export async function decideForContract(
  sql: Sql,
  ctx: Context,
  contract: Contract,
  change: ContractChange,
): Promise<DecidedChange> {
  const isManager = may(ctx.actor, "manageContracts");
  if (!isManager && !(await isOwn(sql, ctx, contract))) throw notFound("contract");
  if (!isManager && !OF_MEMBERS.includes(change.kind)) throw notAllowed("manageContracts");
  const { date: today } = toLocal(ctx.clock.now(), contract.timeZone);
  const runningId = contract.lines.map((line) => termOn(line, today)?.planVersionId).find((id) => id != null);
  const running = runningId ? await requirePlanVersion(sql, ctx, runningId) : null;
  const version = "planVersionId" in change ? await requirePlanVersion(sql, ctx, change.planVersionId) : null;
  return decideChange(contract, change, { today, version, running, isManager, newId });
}

/** One's own, or, for whoever buys for the team, the team's. */
async function isOwn(sql: Sql, ctx: Context, contract: Contract): Promise<boolean> {
  if (ctx.actor.kind !== "person") return false;
  if (contract.personId === ctx.actor.personId) return true;
  if (contract.teamId === null || !may(ctx.actor, "buyForTeam")) return false;
  const rows = await sql.query(
    "SELECT id FROM people WHERE organization_id = $1::uuid AND id = $2::uuid AND team_id = $3::uuid",
    [ctx.organizationId, ctx.actor.personId, contract.teamId],
  );
  return rows.length > 0;
}
