import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize, newId, notFound } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requirePlanVersion } from "../queries.ts";
import type { PlanVersionView, PublishPlanVersionInput } from "../schema.ts";

/**
 * Gives a plan new prices and terms, for contracts that are signed or changed from now on; running ones stay as they are.
 * Needs manageContracts. Throws not_found for an unknown or archived plan.
 */
export async function publishPlanVersion(
  ctx: Context,
  keyed: Keyed<PublishPlanVersionInput>,
): Promise<PlanVersionView> {
  authorize(ctx, ...publishPlanVersion.needs);
  const { idempotencyKey: key, ...input } = keyed;
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, { key, procedure: "plans.publish", input }, async () => {
      const id = await insertVersion(tx, ctx, input);
      const { planId, prices, ...terms } = input;
      await emit(tx, ctx, {
        name: "plan.version_published",
        subjectType: "plan",
        subjectId: planId,
        data: { created: { ...terms, prices } },
      });
      return requirePlanVersion(tx, ctx, id);
    }),
  );
}
publishPlanVersion.needs = ["manageContracts"] as const;

async function insertVersion(tx: Sql, ctx: Context, input: PublishPlanVersionInput): Promise<string> {
  const plans = await tx.query(
    "SELECT id FROM plans WHERE organization_id = $1::uuid AND id = $2::uuid AND archived_at IS NULL FOR NO KEY UPDATE",
    [ctx.organizationId, input.planId],
  );
  if (plans.length === 0) throw notFound("plan");
  const id = newId();
  await tx.query(
    `INSERT INTO plan_versions (id, organization_id, plan_id, ordinal, interval_months, currency, price_mode, is_per_seat, setup_fee_minor, deposit_minor,
       notice_days, notice_months, minimum_months, first_month, access_hours, created_at)
     SELECT $id::uuid, $organizationId::uuid, $planId::uuid, coalesce(max(ordinal), 0) + 1, $intervalMonths::int, $currency, $priceMode::price_mode,
       $isPerSeat::boolean, $setupFeeMinor::bigint, $depositMinor::bigint, $noticeDays::int, $noticeMonths::int, $minimumMonths::int,
       $firstMonth::first_month_credits, $accessHours::jsonb, $now::timestamptz
     FROM plan_versions WHERE plan_id = $planId::uuid`,
    {
      id,
      organizationId: ctx.organizationId,
      planId: input.planId,
      intervalMonths: input.intervalMonths,
      currency: input.currency,
      priceMode: input.priceMode,
      isPerSeat: input.isPerSeat,
      setupFeeMinor: input.setupFeeMinor,
      depositMinor: input.depositMinor,
      noticeDays: input.noticeDays,
      noticeMonths: input.noticeMonths,
      minimumMonths: input.minimumMonths,
      firstMonth: input.firstMonth,
      accessHours: input.accessHours === null ? null : JSON.stringify(input.accessHours),
      now: timestamp(ctx.clock.now()),
    },
  );
  await tx.query(
    `INSERT INTO plan_prices (organization_id, plan_version_id, from_period, price_minor)
     SELECT $1::uuid, $2::uuid, s."fromPeriod", s."priceMinor" FROM jsonb_to_recordset($3::jsonb) AS s ("fromPeriod" int, "priceMinor" bigint)`,
    [ctx.organizationId, id, JSON.stringify(input.prices)],
  );
  return id;
}
