import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize, newId, notFound } from "@working-social/kernel";
import { billingError } from "../../errors.ts";
import { emit } from "../../events.ts";
import { requirePlanVersion } from "../../plans/queries.ts";
import type { PlanVersionView } from "../../plans/schema.ts";
import { requireContract } from "../queries/load-contracts.ts";
import { termsOf } from "../rules/plan-terms.ts";
import type { Contract, Holder, SignContractInput } from "../schema.ts";
import { followPlan } from "../steps/follow-plan.ts";
import { lockAccounts } from "../steps/lock-accounts.ts";
import { takeCoupon } from "../steps/take-coupon.ts";
import { insertContract } from "../steps/write-contract.ts";

/**
 * Begins a membership by a version of a plan, billed from its first day. Needs manageContracts. Throws not_found (holder, place,
 * version), membership_overlaps, no_team_to_pay, currency_of_contract, day_pass_is_no_contract, unknown_coupon, coupon_used_up.
 */
export async function signContract(ctx: Context, keyed: Keyed<SignContractInput>): Promise<Contract> {
  authorize(ctx, ...signContract.needs);
  const { idempotencyKey: key, ...input } = keyed;
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, { key, procedure: "contracts.sign", input }, async () => {
      const parties = await loadParties(tx, ctx, input);
      await lockAccounts(tx, ctx, [parties]);
      const version = await requirePlanVersion(tx, ctx, input.planVersionId);
      const contract = newContract(input, parties, version);
      await insertContract(tx, ctx, contract);
      if (input.couponCode !== null) await takeCoupon(tx, ctx, contract, input.couponCode);
      await emit(tx, ctx, {
        name: "contract.signed",
        subjectType: "contract",
        subjectId: contract.id,
        data: { created: { ...input } },
      });
      await followPlan(tx, ctx, input.holder);
      return requireContract(tx, ctx, contract.id);
    }),
  );
}
signContract.needs = ["manageContracts"] as const;

interface Parties {
  personId: string | null;
  teamId: string | null;
  accountId: string;
  /** Of the account. */
  currency: string;
  timeZone: string;
  holderName: string;
}

async function loadParties(tx: Sql, ctx: Context, { holder, payer, locationId }: SignContractInput): Promise<Parties> {
  const { personId, teamId } = idsOf(holder);
  const [row] = await tx.query<{
    name: string | null;
    payer_team: string | null;
    account_id: string | null;
    currency: string | null;
    time_zone: string | null;
  }>(
    `WITH holder AS (
       SELECT name, team_id FROM people WHERE organization_id = $1::uuid AND id = $2::uuid
       UNION ALL SELECT name, id FROM teams WHERE organization_id = $1::uuid AND id = $3::uuid AND archived_at IS NULL)
     SELECT (SELECT name FROM holder) AS name, (SELECT team_id FROM holder) AS payer_team, a.id AS account_id, l.currency::text, l.time_zone
     FROM (SELECT 1) one
     LEFT JOIN billing_accounts a ON a.organization_id = $1::uuid
       AND a.owner_id = CASE WHEN $4::boolean THEN (SELECT team_id FROM holder) ELSE coalesce($2::uuid, $3::uuid) END
     LEFT JOIN locations l ON l.organization_id = $1::uuid AND l.id = $5::uuid AND l.archived_at IS NULL`,
    [ctx.organizationId, personId, teamId, payer === "team", locationId],
  );
  if (!row?.name) throw notFound(personId === null ? "team" : "person");
  if (!row.account_id) throw billingError({ code: "no_team_to_pay" });
  if (!row.currency || !row.time_zone) throw notFound("location");
  const ofPayer = payer === "team" ? { personId: null, teamId: row.payer_team } : { personId, teamId };
  return {
    ...ofPayer,
    accountId: row.account_id,
    currency: row.currency,
    timeZone: row.time_zone,
    holderName: row.name,
  };
}

function idsOf(holder: Holder): { personId: string | null; teamId: string | null } {
  return "personId" in holder ? { personId: holder.personId, teamId: null } : { personId: null, teamId: holder.teamId };
}

function newContract(input: SignContractInput, parties: Parties, version: PlanVersionView): Contract {
  if (version.intervalMonths === 0) throw billingError({ code: "day_pass_is_no_contract" });
  if (version.currency !== parties.currency)
    throw billingError({ code: "currency_of_contract", currency: parties.currency });
  const { startsOn, billingDay, locationId } = input;
  const periods = { intervalMonths: version.intervalMonths, billingDay, start: startsOn };
  const terms = termsOf(version, input.quantity, { day: startsOn, terms: periods, newId });
  return {
    id: newId(),
    kind: "membership",
    ...idsOf(input.holder),
    holderName: parties.holderName,
    billingAccountId: parties.accountId,
    locationId,
    timeZone: parties.timeZone,
    currency: version.currency,
    priceMode: version.priceMode,
    startsOn,
    endsOn: null,
    intervalMonths: version.intervalMonths,
    billingDay,
    billFrom: startsOn,
    noticeDays: version.noticeDays,
    noticeMonths: version.noticeMonths,
    minimumMonths: version.minimumMonths,
    isCancelled: false,
    continuesId: null,
    setupFeeMinor: version.setupFeeMinor,
    depositMinor: version.depositMinor,
    discount: null,
    couponCode: null,
    lines: [
      { id: newId(), kind: "plan", resourceId: null, resourceName: null, unitName: null, description: null, terms },
    ],
    pauses: [],
  };
}
