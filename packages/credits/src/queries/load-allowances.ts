import type { Context, Sql } from "@working-social/db";
import type { CreditScope, CreditUnit, PlanAllowance } from "../schema.ts";

interface AllowanceRow {
  unit: CreditUnit;
  currency: string | null;
  quantity: number;
  rollover_cap: number;
  resource_ids: string[];
  resource_kinds: CreditScope["resourceKinds"];
  location_ids: string[];
}

/** What a plan gives each period; nothing for no plan. */
export async function loadAllowances(sql: Sql, ctx: Context, planId: string | null): Promise<PlanAllowance[]> {
  if (planId === null) return [];
  const rows = await sql.query<AllowanceRow>(
    `SELECT unit, currency, quantity, rollover_cap, resource_ids, resource_kinds, location_ids FROM plan_allowances
     WHERE organization_id = $1::uuid AND plan_id = $2::uuid ORDER BY unit, currency, id`,
    [ctx.organizationId, planId],
  );
  return rows.map((row) => ({
    unit: row.unit,
    currency: row.currency,
    quantity: row.quantity,
    rolloverCap: row.rollover_cap,
    scope: { resourceIds: row.resource_ids, resourceKinds: row.resource_kinds, locationIds: row.location_ids },
  }));
}
