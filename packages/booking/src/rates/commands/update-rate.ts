import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { changesBetween, requirePlan } from "@working-social/directory";
import { authorize, badInput, editBetween, isUntouched, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireNewTarget } from "../../resources/steps/require-target.ts";
import { requireRate } from "../queries.ts";
import type { RateView, UpdateRateInput } from "../schema.ts";
import { bandIsForward } from "../schema.ts";

/**
 * Changes the price of quotes from now on. Needs manageSpace. Throws edited_meanwhile, bad_input where the hours of the whole
 * are none, and not_found for the rate, or for what it names.
 */
export async function updateRate(ctx: Context, { id, seen, ...edit }: UpdateRateInput): Promise<RateView> {
  authorize(ctx, ...updateRate.needs);
  return inTransaction(ctx, async (tx) => {
    await tx.query("SELECT id FROM rates WHERE id = $1::uuid FOR NO KEY UPDATE", [id]);
    const before = await requireRate(tx, ctx, id);
    const asked = mergeEdit(before, edit, seen);
    const after = { ...asked, weekdays: edit.weekdays ? [...new Set(edit.weekdays)].sort() : before.weekdays };
    if (!bandIsForward(after)) throw badInput("bandToMinute", "band_is_empty");
    const fields = editBetween(before, after);
    if (isUntouched(fields)) return before;
    await requireNewTarget(tx, ctx, fields, after);
    if (fields.planId) await requirePlan(tx, ctx, fields.planId);
    await tx.query(
      `UPDATE rates SET name = $name, location_id = $locationId, resource_kind = $resourceKind::resource_kind, resource_id = $resourceId,
         audience = $audience::rate_audience, plan_id = $planId, weekdays = $weekdays, band_from_minute = $bandFromMinute,
         band_to_minute = $bandToMinute, unit = $unit::rate_unit, price_minor = $priceMinor, minimum_charge_minor = $minimumChargeMinor
       WHERE organization_id = $organizationId AND id = $id`,
      { ...after, organizationId: ctx.organizationId },
    );
    await emit(tx, ctx, {
      name: "rate.updated",
      subjectType: "rate",
      subjectId: id,
      data: { changes: changesBetween(before, fields) },
    });
    return requireRate(tx, ctx, id);
  });
}
updateRate.needs = ["manageSpace"] as const;
