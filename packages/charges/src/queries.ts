import type { Cause, CreditUnit } from "@working-social/credits";
import { causeSeenBy, requireReader } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, formatInstant, notFound } from "@working-social/kernel";
import type { CauseType, PriceMode, TaxCategory } from "@working-social/kernel";
import { lineItem } from "./lines/rules.ts";
import type { ChargeProduct, LineCode } from "./lines/schema.ts";
import type { ChargeLineView, ChargePage, ChargeView, Cost, ListChargesInput } from "./schema.ts";

interface LineRow {
  charge_id: string;
  person_id: string;
  team_id: string | null;
  billing_account_id: string;
  cause_type: CauseType;
  cause_id: string;
  cause_label: string;
  currency: string;
  charge_minor: number;
  created_at: number;
  id: string;
  code: LineCode;
  data: unknown;
  product: ChargeProduct;
  amount_minor: number;
  price_mode: PriceMode;
  net_minor: number;
  tax_minor: number;
  tax_category: TaxCategory;
  tax_basis_points: number;
  service_from: string;
  service_until: string;
  adjusted_minor: number;
  paid_minor: number;
  unit: CreditUnit | null;
  quantity: number | null;
  taken: number;
  used_at: number | null;
  resource_id: string | null;
  resource_kind: string | null;
  location_id: string | null;
}

const LINE_COLUMNS = `c.id AS charge_id, c.person_id, c.team_id, c.billing_account_id, c.cause_type, c.cause_id, c.cause_label, c.currency,
  c.amount_minor AS charge_minor, c.created_at, l.id, l.code, l.data, l.product, l.amount_minor, l.price_mode, l.net_minor, l.tax_minor, l.tax_category,
  l.tax_basis_points, l.service_from::text, l.service_until::text, a.adjusted AS adjusted_minor, a.paid AS paid_minor, l.unit, l.quantity, a.taken,
  l.used_at, l.resource_id, l.resource_kind, l.location_id`;
/** What adjustments come to for the line l: altogether, what credits of money have paid, and the usage taken off. */
const ADJUSTED = `CROSS JOIN LATERAL (SELECT coalesce(sum(amount_minor), 0)::bigint AS adjusted, coalesce(sum(quantity), 0)::bigint AS taken,
    coalesce(-sum(amount_minor) FILTER (WHERE reason IN ('paid_from_credit', 'returned_to_credit')), 0)::bigint AS paid
  FROM charge_adjustments WHERE line_id = l.id) a`;

const chargesWhere = (condition: string) => `
  SELECT ${LINE_COLUMNS} FROM charges c JOIN charge_lines l ON l.charge_id = c.id ${ADJUSTED}
  WHERE c.organization_id = $1::uuid AND ${condition} ORDER BY c.created_at, c.id, l.position`;
const CHARGES_OF_PERSON = chargesWhere("c.person_id = $2::uuid");
const CHARGES_OF_CAUSE = chargesWhere("c.cause_type = $2 AND c.cause_id = $3");

/** The charges for one cause, or of one person, with what is open of each; oldest first. */
export async function loadCharges(
  sql: Sql,
  ctx: Context,
  of: { personId: string } | { cause: Pick<Cause, "type" | "id"> },
): Promise<ChargeView[]> {
  const { organizationId } = ctx;
  const rows =
    "personId" in of
      ? await sql.query<LineRow>(CHARGES_OF_PERSON, [organizationId, of.personId])
      : await sql.query<LineRow>(CHARGES_OF_CAUSE, [organizationId, of.cause.type, of.cause.id]);
  return [...Map.groupBy(rows, (row) => row.charge_id).values()].flatMap(chargeView);
}

const PAGE_SIZE = 50;

/** One's own charges, or, for staff, anybody's; the newest first. Throws not_allowed, not_found. */
export async function listCharges(ctx: Context, input: ListChargesInput): Promise<ChargePage> {
  authorize(ctx, ...listCharges.needs);
  const personId = requireReader(ctx, input.personId);
  const sql = read(ctx);
  const people = await sql.query("SELECT id FROM people WHERE organization_id = $1::uuid AND id = $2::uuid", [
    ctx.organizationId,
    personId,
  ]);
  if (people.length === 0) throw notFound("person");
  const rows = await sql.query<LineRow>(
    `SELECT ${LINE_COLUMNS} FROM (
       SELECT * FROM charges c WHERE c.organization_id = $1::uuid AND c.person_id = $2::uuid
         AND ($3::uuid IS NULL OR (c.created_at, c.id) < (SELECT last.created_at, last.id FROM charges last WHERE last.id = $3::uuid))
         AND (NOT $4::boolean OR EXISTS (SELECT FROM charge_lines y WHERE y.charge_id = c.id AND y.invoiced_at IS NULL
           AND y.amount_minor + (SELECT coalesce(sum(x.amount_minor), 0) FROM charge_adjustments x WHERE x.line_id = y.id) > 0))
       ORDER BY c.created_at DESC, c.id DESC LIMIT $5) c
     JOIN charge_lines l ON l.charge_id = c.id ${ADJUSTED}
     ORDER BY c.created_at DESC, c.id DESC, l.position`,
    [ctx.organizationId, personId, input.cursor, input.status === "open", PAGE_SIZE + 1],
  );
  const found = [...Map.groupBy(rows, (row) => row.charge_id).values()].flatMap(chargeView);
  const charges = found
    .slice(0, PAGE_SIZE)
    .map((charge) => ({ ...charge, cause: causeSeenBy(ctx, personId, charge.cause) }));
  return { charges, nextCursor: found.length > PAGE_SIZE ? (charges.at(-1)?.id ?? null) : null };
}
listCharges.needs = ["useSpace"] as const;

function chargeView(rows: readonly LineRow[]): ChargeView[] {
  const [first] = rows;
  if (!first) return [];
  const lines = rows.map(lineView);
  return [
    {
      id: first.charge_id,
      personId: first.person_id,
      teamId: first.team_id,
      billingAccountId: first.billing_account_id,
      currency: first.currency,
      amountMinor: first.charge_minor,
      cause: { type: first.cause_type, id: first.cause_id, label: first.cause_label },
      openMinor: lines.reduce((sum, line) => sum + line.openMinor, 0),
      paidMinor: lines.reduce((sum, line) => sum + line.paidMinor, 0),
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
    item: lineItem(row.code, row.data),
    product: row.product,
    amountMinor: row.amount_minor,
    price: {
      mode: row.price_mode,
      category: row.tax_category,
      basisPoints: row.tax_basis_points,
      netMinor: row.net_minor,
      taxMinor: row.tax_minor,
      amountMinor: row.amount_minor,
    },
    service: { from: row.service_from, until: row.service_until },
    locationId: location_id,
    openMinor: row.amount_minor + row.adjusted_minor,
    paidMinor: row.paid_minor,
    usage:
      unit !== null && quantity !== null && used_at !== null
        ? { unit, quantity, usedAt: formatInstant(used_at), resource, openQuantity: quantity - row.taken }
        : null,
  };
}

/** What a cause costs at this moment, in one round trip; late credits and payments are in it. */
export async function loadCost(sql: Sql, ctx: Context, { type, id }: Pick<Cause, "type" | "id">): Promise<Cost> {
  return (await loadCosts(sql, ctx, { type, ids: [id] })).get(id) ?? NO_COST;
}

const NO_COST: Cost = { used: [], scheduled: [], openMinor: 0, paidMinor: 0, isCharged: false };

/** The same for each of many causes of one type, by id, in one round trip. */
export async function loadCosts(
  sql: Sql,
  ctx: Context,
  { type, ids }: { type: string; ids: readonly string[] },
): Promise<Map<string, Cost>> {
  const rows = await sql.query<Cost & { id: string }>(
    `SELECT k.id, coalesce((SELECT jsonb_agg(jsonb_build_object('unit', u.unit, 'currency', u.currency, 'quantity', u.quantity) ORDER BY u.unit, u.currency)
         FROM (SELECT l.unit, l.currency, sum(u.quantity) AS quantity FROM credit_usages u JOIN credit_lots l ON l.id = u.lot_id
           WHERE u.organization_id = $1::uuid AND u.cause_type = $2 AND u.cause_id = k.id AND l.unit <> 'money' AND u.quantity > 0 GROUP BY 1, 2) u), '[]') AS used,
       coalesce((SELECT jsonb_agg(jsonb_build_object('unit', unit, 'quantity', quantity, 'priceMinor', price_minor) ORDER BY created_at, id)
         FROM credit_schedules WHERE organization_id = $1::uuid AND cause_type = $2 AND cause_id = k.id AND outcome IS NULL), '[]') AS scheduled,
       m.open AS "openMinor", m.paid AS "paidMinor", m.lines > 0 AS "isCharged"
     FROM unnest($3::text[]) AS k(id)
     CROSS JOIN LATERAL (SELECT count(*) AS lines, coalesce(sum(l.amount_minor + a.adjusted), 0)::bigint AS open, coalesce(sum(a.paid), 0)::bigint AS paid
       FROM charges c JOIN charge_lines l ON l.charge_id = c.id ${ADJUSTED}
       WHERE c.organization_id = $1::uuid AND c.cause_type = $2 AND c.cause_id = k.id) m`,
    [ctx.organizationId, type, ids],
  );
  return new Map(rows.map(({ id, ...cost }) => [id, cost]));
}
