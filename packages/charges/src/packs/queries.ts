import type { CreditScope, CreditUnit } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, formatInstant, notFound } from "@working-social/kernel";
import type { BoughtPack, PackView } from "./schema.ts";

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
}

const PACKS = `SELECT id, name, unit, currency, quantity, price_minor, price_currency, valid_days, resource_ids, resource_kinds, location_ids
  FROM credit_packs WHERE organization_id = $1::uuid AND archived_at IS NULL`;

/** What can be bought, for everybody: of each unit the smallest first. */
export async function listPacks(ctx: Context): Promise<PackView[]> {
  authorize(ctx, ...listPacks.needs);
  const rows = await read(ctx).query<PackRow>(`${PACKS} ORDER BY unit, currency, quantity, name, id`, [
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
  const [row] = await tx.query<PackRow>(`${PACKS} AND id = $2::uuid ${lock}`, [ctx.organizationId, packId]);
  if (!row) throw notFound("pack");
  return packView(row);
}

function packView(row: PackRow): PackView {
  return {
    id: row.id,
    name: row.name,
    unit: row.unit,
    currency: row.currency,
    quantity: row.quantity,
    priceMinor: row.price_minor,
    priceCurrency: row.price_currency,
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
