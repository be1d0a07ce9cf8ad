import type { Context, Sql } from "@working-social/db";
import type { PlanHolder } from "@working-social/directory";
import { addDays, newId, toLocal } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { loadContracts } from "../queries/load-contracts.ts";
import { NOTHING } from "../rules/change.ts";
import { planOn, runsOn, termOn } from "../rules/timelines.ts";
import type { Contract } from "../schema.ts";
import { insertContract, writeChange } from "../steps/write-contract.ts";

/**
 * A plan that was given at the desk, past any contract, is a contract from today on: it bills nothing until somebody says its price
 * and from when. A running one gets the other plan, without a price; without a plan it ends with yesterday, or was never there. In the
 * transaction in which the plan is given.
 */
export async function followAssignedPlan(tx: Sql, ctx: Context, holder: PlanHolder): Promise<void> {
  const id = "personId" in holder ? holder.personId : holder.teamId;
  const planId = await assignedPlan(tx, ctx, id);
  const contracts = await loadContracts(tx, ctx, { holderIds: [id] });
  const running = contracts.find((one) => one.kind === "membership" && runsOn(one, todayOf(ctx, one)));
  if (running ? planOn(running, todayOf(ctx, running)) === planId : planId === null) return;
  if (planId === null) return running ? endYesterday(tx, ctx, running) : undefined;
  if (running) return givePlan(tx, ctx, running, planId);
  const contract = await unpricedContract(tx, ctx, holder, planId);
  if (contract === null) return;
  await insertContract(tx, ctx, contract);
  await say(tx, ctx, "contract.signed", contract.id, planId);
}

function todayOf(ctx: Context, { timeZone }: Pick<Contract, "timeZone">): string {
  return toLocal(ctx.clock.now(), timeZone).date;
}

async function assignedPlan(tx: Sql, ctx: Context, holderId: string): Promise<string | null> {
  const [row] = await tx.query<{ plan_id: string | null }>(
    `SELECT plan_id FROM people WHERE organization_id = $1::uuid AND id = $2::uuid
     UNION ALL SELECT plan_id FROM teams WHERE organization_id = $1::uuid AND id = $2::uuid`,
    [ctx.organizationId, holderId],
  );
  return row?.plan_id ?? null;
}

async function say(
  tx: Sql,
  ctx: Context,
  name: "contract.signed" | "contract.changed",
  id: string,
  planId: string | null,
): Promise<void> {
  await emit(tx, ctx, {
    name,
    subjectType: "contract",
    subjectId: id,
    data: { created: { kind: "assigned", planId } },
  });
}

/** A contract that began today, and was billed for nothing, was never there. */
async function endYesterday(tx: Sql, ctx: Context, contract: Contract): Promise<void> {
  const today = todayOf(ctx, contract);
  const writes =
    contract.startsOn === today
      ? { ...NOTHING, isWithdrawn: true }
      : { ...NOTHING, fields: { endsOn: addDays(today, -1), isCancelled: true } };
  await writeChange(tx, ctx, contract.id, writes);
  await say(tx, ctx, "contract.changed", contract.id, null);
}

async function givePlan(tx: Sql, ctx: Context, contract: Contract, planId: string): Promise<void> {
  const line = contract.lines.find(({ kind }) => kind === "plan");
  const today = todayOf(ctx, contract);
  const later = line?.terms.filter(({ validFrom }) => validFrom >= today) ?? [];
  if (!line) return;
  const quantity = termOn(line, today)?.quantity ?? 1;
  const term = {
    id: newId(),
    lineId: line.id,
    validFrom: today,
    planVersionId: null,
    planId,
    planName: null,
    unitPriceMinor: null,
    quantity,
  };
  await writeChange(tx, ctx, contract.id, {
    ...NOTHING,
    withdrawnTermIds: later.map(({ id }) => id),
    newTerms: [term],
  });
  await say(tx, ctx, "contract.changed", contract.id, planId);
}

/** At the person's home, else at the oldest location; null: there is no location yet. */
async function unpricedContract(tx: Sql, ctx: Context, holder: PlanHolder, planId: string): Promise<Contract | null> {
  const ids =
    "personId" in holder ? { personId: holder.personId, teamId: null } : { personId: null, teamId: holder.teamId };
  const [place] = await tx.query<{
    account_id: string;
    id: string;
    time_zone: string;
    currency: string;
    mode: Contract["priceMode"];
  }>(
    `SELECT a.id AS account_id, l.id, l.time_zone, l.currency::text, CASE WHEN l.tax_inclusive THEN 'gross' ELSE 'net' END AS mode
     FROM billing_accounts a CROSS JOIN locations l LEFT JOIN people p ON p.id = a.person_id
     WHERE a.organization_id = $1::uuid AND a.owner_id = coalesce($2::uuid, $3::uuid) AND l.organization_id = $1::uuid
     ORDER BY l.id IS DISTINCT FROM p.home_location_id, l.archived_at IS NOT NULL, l.created_at, l.id LIMIT 1`,
    [ctx.organizationId, ids.personId, ids.teamId],
  );
  if (!place) return null;
  const startsOn = toLocal(ctx.clock.now(), place.time_zone).date;
  const term = {
    id: newId(),
    validFrom: startsOn,
    planVersionId: null,
    planId,
    planName: null,
    unitPriceMinor: null,
    quantity: 1,
  };
  return {
    ...UNPRICED,
    ...ids,
    pauses: [],
    id: newId(),
    billingAccountId: place.account_id,
    locationId: place.id,
    timeZone: place.time_zone,
    currency: place.currency,
    priceMode: place.mode,
    startsOn,
    lines: [
      {
        id: newId(),
        kind: "plan",
        resourceId: null,
        resourceName: null,
        unitName: null,
        description: null,
        terms: [term],
      },
    ],
  };
}

const UNPRICED = {
  kind: "membership",
  holderName: "",
  endsOn: null,
  intervalMonths: 1,
  billingDay: null,
  billFrom: null,
  noticeDays: 0,
  noticeMonths: 0,
  minimumMonths: 0,
  isCancelled: false,
  continuesId: null,
  setupFeeMinor: 0,
  depositMinor: 0,
  discount: null,
  couponCode: null,
} as const;
