import { adjustCharge, loadCharges } from "@working-social/billing";
import type { Context, Sql } from "@working-social/db";
import type { CreditUnit } from "@working-social/credits";

type Of = { type: string; id: string };
export async function loadCost(sql: Sql, ctx: Context, cause: Of) {
  const used = await sql.query<{ unit: CreditUnit; currency: string | null; quantity: number }>(
    `SELECT l.unit, l.currency, sum(u.quantity)::bigint AS quantity FROM credit_usages u JOIN credit_lots l ON l.id = u.lot_id
     WHERE u.organization_id = $1 AND u.cause_type = $2 AND u.cause_id = $3 GROUP BY 1, 2 HAVING sum(u.quantity) > 0`,
    [ctx.organizationId, cause.type, cause.id],
  );
  const scheduled = await sql.query<{ unit: CreditUnit; quantity: number; priceMinor: number | null }>(
    `SELECT unit, quantity, price_minor AS "priceMinor" FROM credit_schedules WHERE organization_id = $1 AND cause_type = $2 AND cause_id = $3 AND outcome IS NULL`,
    [ctx.organizationId, cause.type, cause.id],
  );
  const charges = await loadCharges(sql, ctx, { cause });
  return { used, scheduled, openMinor: charges.reduce((s, c) => s + c.openMinor, 0), isCharged: charges.length > 0 };
}
export async function chargesKeep(
  tx: Sql,
  ctx: Context,
  input: { cause: Of; keepMinor: number; reason: string; idempotencyKey: string },
) {
  let keep = input.keepMinor;
  for (const charge of await loadCharges(tx, ctx, { cause: input.cause }))
    for (const line of charge.lines) {
      const stays = Math.min(keep, line.openMinor);
      keep -= stays;
      const quantity = line.usage?.openQuantity ?? 0;
      if (stays === line.openMinor && quantity === 0) continue;
      await adjustCharge(tx, ctx, {
        lineId: line.id,
        amountMinor: stays - line.openMinor,
        quantity,
        reason: input.reason,
        idempotencyKey: `${input.idempotencyKey}:${line.id}`,
      });
    }
}
