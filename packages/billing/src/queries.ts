import type { Context, Sql } from "@working-social/db";
import type { CreditUnit } from "@working-social/credits";
import { formatInstant } from "@working-social/kernel";
import type { ChargeLineView, ChargeView } from "./schema.ts";

interface LineRow {
  charge_id: string;
  person_id: string;
  team_id: string | null;
  cause_type: string;
  cause_id: string;
  cause_label: string;
  currency: string;
  charge_minor: number;
  created_at: number;
  id: string;
  label: string;
  amount_minor: number;
  adjusted_minor: number;
  unit: CreditUnit | null;
  quantity: number | null;
  taken: number;
  used_at: number | null;
  resource_id: string | null;
  resource_kind: string | null;
  location_id: string | null;
}

/** The charges for one cause, or of one person, with what is open of each; oldest first. */
export async function loadCharges(
  sql: Sql,
  ctx: Context,
  of: { personId: string } | { cause: { type: string; id: string } },
): Promise<ChargeView[]> {
  const { type = null, id = null } = "cause" in of ? of.cause : {};
  const rows = await sql.query<LineRow>(
    `SELECT c.id AS charge_id, c.person_id, c.team_id, c.cause_type, c.cause_id, c.cause_label, c.currency, c.amount_minor AS charge_minor, c.created_at,
       l.id, l.label, l.amount_minor, coalesce(a.adjusted, 0) AS adjusted_minor, l.unit, l.quantity, coalesce(a.taken, 0) AS taken, l.used_at,
       l.resource_id, l.resource_kind, l.location_id
     FROM charges c JOIN charge_lines l ON l.charge_id = c.id
     CROSS JOIN LATERAL (SELECT sum(amount_minor)::bigint AS adjusted, sum(quantity)::bigint AS taken FROM charge_adjustments WHERE line_id = l.id) a
     WHERE c.organization_id = $1::uuid AND ($2::uuid IS NULL OR c.person_id = $2::uuid)
       AND ($3::text IS NULL OR (c.cause_type = $3 AND c.cause_id = $4))
     ORDER BY c.created_at, c.id, l.position`,
    [ctx.organizationId, "personId" in of ? of.personId : null, type, id],
  );
  return [...Map.groupBy(rows, (row) => row.charge_id).values()].flatMap(chargeView);
}

function chargeView(rows: readonly LineRow[]): ChargeView[] {
  const [first] = rows;
  if (!first) return [];
  const lines = rows.map(lineView);
  return [
    {
      id: first.charge_id,
      personId: first.person_id,
      teamId: first.team_id,
      currency: first.currency,
      amountMinor: first.charge_minor,
      cause: { type: first.cause_type, id: first.cause_id, label: first.cause_label },
      openMinor: lines.reduce((sum, line) => sum + line.openMinor, 0),
      lines,
      createdAt: formatInstant(first.created_at),
    },
  ];
}

function lineView(row: LineRow): ChargeLineView {
  const { unit, quantity, used_at, resource_id, resource_kind, location_id } = row;
  const resource =
    resource_id && resource_kind && location_id
      ? { id: resource_id, kind: resource_kind, locationId: location_id }
      : null;
  return {
    id: row.id,
    label: row.label,
    amountMinor: row.amount_minor,
    openMinor: row.amount_minor + row.adjusted_minor,
    usage:
      unit && quantity && used_at
        ? { unit, quantity, usedAt: formatInstant(used_at), resource, openQuantity: quantity - row.taken }
        : null,
  };
}
