import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { requirePlan } from "@working-social/directory";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireTarget } from "../../resources/steps/require-target.ts";
import { requireRate } from "../queries.ts";
import type { CreateRateInput, RateView } from "../schema.ts";

/** A price for quotes from now on; agreed ones stay. Needs manageSpace. Throws not_found for what it names. */
export async function createRate(ctx: Context, keyed: Keyed<CreateRateInput>): Promise<RateView> {
  authorize(ctx, ...createRate.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "rates.create", input };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      await requireTarget(tx, ctx, input);
      if (input.planId !== null) await requirePlan(tx, ctx, input.planId);
      const id = newId();
      const weekdays = [...new Set(input.weekdays)].sort();
      await tx.query(
        `INSERT INTO rates (id, organization_id, name, location_id, resource_kind, resource_id, audience, plan_id, weekdays,
           band_from_minute, band_to_minute, unit, price_minor, minimum_charge_minor, created_at)
         VALUES ($id, $organizationId, $name, $locationId, $resourceKind::resource_kind, $resourceId, $audience::rate_audience, $planId,
           $weekdays, $bandFromMinute, $bandToMinute, $unit::rate_unit, $priceMinor, $minimumChargeMinor, $now)`,
        { id, organizationId: ctx.organizationId, ...input, weekdays, now: timestamp(ctx.clock.now()) },
      );
      await emit(tx, ctx, {
        name: "rate.created",
        subjectType: "rate",
        subjectId: id,
        data: { created: input },
      });
      return requireRate(tx, ctx, id);
    }),
  );
}
createRate.needs = ["manageSpace"] as const;
