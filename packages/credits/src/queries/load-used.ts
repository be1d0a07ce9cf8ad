import type { Context, Sql } from "@working-social/db";
import type { Cause, CreditUnit } from "../schema.ts";

/** What a cause has taken of one lot and not given back. */
export interface UsedRow {
  lot_id: string;
  quantity: number;
  unit: CreditUnit;
  currency: string | null;
  person_id: string | null;
  cause_label: string;
}

/** What the cause has used and not got back, the last taken first; what is all given back too, with 0. */
export function usageByCause(sql: Sql, ctx: Context, { type, id }: Pick<Cause, "type" | "id">): Promise<UsedRow[]> {
  return sql.query<UsedRow>(
    `SELECT u.lot_id, u.quantity, l.unit, l.currency, last.person_id, last.cause_label
     FROM credit_usages u JOIN credit_lots l ON l.id = u.lot_id
     CROSS JOIN LATERAL (
       SELECT e.transfer_id, e.position, t.person_id, t.cause_label FROM credit_transfers t JOIN credit_entries e ON e.transfer_id = t.id
       WHERE t.organization_id = $1::uuid AND t.cause_type = $2 AND t.cause_id = $3 AND t.kind = 'consume' AND e.lot_id = u.lot_id
       ORDER BY e.transfer_id DESC, e.position DESC LIMIT 1) last
     WHERE u.organization_id = $1::uuid AND u.cause_type = $2 AND u.cause_id = $3
     ORDER BY last.transfer_id DESC, last.position DESC`,
    [ctx.organizationId, type, id],
  );
}
