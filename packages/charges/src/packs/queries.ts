import type { CreditScope, CreditUnit } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, formatInstant, notFound } from "@working-social/kernel";
import type { PriceMode, Tax } from "@working-social/kernel";
import { packPrice, packTax } from "./rules.ts";
import type { BoughtPack, PackPurpose, PackView } from "./schema.ts";

interface PackRow {
  id: string;
  name: string;
  unit: CreditUnit;
  currency: string | null;
  quantity: number;
  price_minor: number;
  price_currency: string;
  valid_days: number | null;
  resource_ids: string[];
  resource_kinds: CreditScope["resourceKinds"];
  location_ids: string[];
  purpose: PackPurpose;
  price_mode: PriceMode;
  places: string[];
  taxes: Tax[];
}

/** With the taxes of the places that each is good for. */
const PACKS = `SELECT k.id, k.name, k.unit, k.currency, k.quantity, k.price_minor, k.price_currency, k.valid_days, k.resource_ids, k.resource_kinds,
    k.location_ids, k.purpose, k.price_mode, t.places, t.taxes
  FROM credit_packs k CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(z.id), '{}') AS places,
      coalesce(jsonb_agg(DISTINCT jsonb_build_object('category', CASE WHEN z.tax_basis_points > 0 THEN 'S' ELSE z.zero_tax_category END,
        'basisPoints', z.tax_basis_points)), '[]') AS taxes
    FROM locations z WHERE z.organization_id = k.organization_id AND z.archived_at IS NULL
      AND (cardinality(k.location_ids) = 0 OR z.id = ANY(k.location_ids))
      AND (cardinality(k.resource_ids) = 0 OR EXISTS (SELECT FROM resources r WHERE r.id = ANY(k.resource_ids) AND r.location_id = z.id))) t
  WHERE k.organization_id = $1::uuid AND k.archived_at IS NULL`;

/** What can be bought, for everybody: of each unit the smallest first. */
export async function listPacks(ctx: Context): Promise<PackView[]> {
  authorize(ctx, ...listPacks.needs);
  const rows = await read(ctx).query<PackRow>(`${PACKS} ORDER BY k.unit, k.currency, k.quantity, k.name, k.id`, [
    ctx.organizationId,
  ]);
  return rows.map(packView);
}
listPacks.needs = ["useSpace", "showKiosk"] as const;

/** Locks the pack as it is until the transaction ends. Throws not_found, also for an archived one. */
export async function requirePack(
  tx: Sql,
  ctx: Context,
  packId: string,
  lock: "FOR SHARE" | "FOR NO KEY UPDATE",
): Promise<PackView> {
  return packView(await requirePackRow(tx, ctx, packId, lock));
}

/** The same, with the one place that it is good for; null: there are several. */
export async function requirePackForSale(tx: Sql, ctx: Context, packId: string): Promise<PackForSale> {
  const row = await requirePackRow(tx, ctx, packId, "FOR SHARE");
  return { ...packView(row), locationId: row.places.length === 1 ? (row.places[0] ?? null) : null };
}

export type PackForSale = PackView & { locationId: string | null };

async function requirePackRow(
  tx: Sql,
  ctx: Context,
  packId: string,
  lock: "FOR SHARE" | "FOR NO KEY UPDATE",
): Promise<PackRow> {
  const [row] = await tx.query<PackRow>(`${PACKS} AND k.id = $2::uuid ${lock} OF k`, [ctx.organizationId, packId]);
  if (!row) throw notFound("pack");
  return row;
}

function packView(row: PackRow): PackView {
  const tax = packTax(row.purpose, row.taxes);
  return {
    id: row.id,
    name: row.name,
    unit: row.unit,
    currency: row.currency,
    quantity: row.quantity,
    priceMinor: row.price_minor,
    priceCurrency: row.price_currency,
    purpose: row.purpose,
    priceMode: row.price_mode,
    tax,
    totalMinor: packPrice({ priceMinor: row.price_minor, priceMode: row.price_mode, purpose: row.purpose, tax })
      .amountMinor,
    validDays: row.valid_days,
    scope: { resourceIds: row.resource_ids, resourceKinds: row.resource_kinds, locationIds: row.location_ids },
  };
}

interface PurchaseRow {
  id: string;
  pack_id: string;
  person_id: string;
  team_id: string | null;
  price_minor: number;
  price_currency: string;
  bought_at: number;
  lot_id: string;
  label: string;
  unit: CreditUnit;
  currency: string | null;
  quantity: number;
  expires_at: number | null;
}

/** A purchase as it was made, whatever became of the pack; null for an unknown key. */
export async function findPurchase(sql: Sql, ctx: Context, idempotencyKey: string): Promise<BoughtPack | null> {
  const [row] = await sql.query<PurchaseRow>(
    `SELECT p.id, p.pack_id, p.person_id, p.team_id, p.price_minor, k.price_currency, p.bought_at, l.id AS lot_id, l.label, l.unit, l.currency,
       e.quantity, l.expires_at
     FROM credit_pack_purchases p JOIN credit_packs k ON k.id = p.pack_id
     JOIN credit_transfers t ON t.organization_id = p.organization_id AND t.cause_type = 'pack_purchase' AND t.cause_id = p.id::text AND t.kind = 'grant'
     JOIN credit_entries e ON e.transfer_id = t.id AND e.lot_id IS NOT NULL JOIN credit_lots l ON l.id = e.lot_id
     WHERE p.organization_id = $1::uuid AND p.idempotency_key = $2`,
    [ctx.organizationId, idempotencyKey],
  );
  if (!row) return null;
  return {
    purchaseId: row.id,
    packId: row.pack_id,
    lotId: row.lot_id,
    name: row.label,
    owner: row.team_id === null ? { personId: row.person_id } : { teamId: row.team_id },
    unit: row.unit,
    currency: row.currency,
    quantity: row.quantity,
    priceMinor: row.price_minor,
    priceCurrency: row.price_currency,
    expiresAt: row.expires_at === null ? null : formatInstant(row.expires_at),
    boughtAt: formatInstant(row.bought_at),
  };
}
