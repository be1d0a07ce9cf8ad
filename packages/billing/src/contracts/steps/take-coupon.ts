import type { Context, Sql } from "@working-social/db";
import { onConstraint, timestamp } from "@working-social/db";
import { toLocal } from "@working-social/kernel";
import { billingError } from "../../errors.ts";
import type { Contract } from "../schema.ts";

/** Gives a new contract the discount of a coupon. Throws unknown_coupon (over, archived or of another currency too), coupon_used_up. */
export async function takeCoupon(tx: Sql, ctx: Context, contract: Contract, code: string): Promise<void> {
  const { date: today } = toLocal(ctx.clock.now(), contract.timeZone);
  const taken = await onConstraint(
    "coupons_never_used_too_often",
    () => billingError({ code: "coupon_used_up" }),
    () =>
      tx.query(
        `INSERT INTO contract_discounts (contract_id, organization_id, coupon_id, basis_points, amount_minor, periods, free_periods, created_at)
         SELECT $2::uuid, k.organization_id, k.id, k.basis_points, k.amount_minor, k.periods, k.free_periods, $6::timestamptz
         FROM coupons k WHERE k.organization_id = $1::uuid AND k.code = $3 AND k.archived_at IS NULL
           AND (k.valid_until IS NULL OR k.valid_until >= $4::date) AND (k.currency IS NULL OR k.currency = $5)
         RETURNING contract_id`,
        [ctx.organizationId, contract.id, code, today, contract.currency, timestamp(ctx.clock.now())],
      ),
  );
  if (taken.length === 0) throw billingError({ code: "unknown_coupon" });
}
