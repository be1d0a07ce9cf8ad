import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { sellerLacks } from "../parties/rules/lacks.ts";
import type { LogoType, LogoView, SellerIdInput, SellerView } from "./schema.ts";

type SellerRow = Omit<SellerView, "lacks">;

const SELLERS = `SELECT s.id, s.legal_name AS "legalName", s.street, s.extra_line AS "extraLine", s.city, s.post_code AS "postCode", s.region, s.country,
    s.vat_id AS "vatId", s.tax_id AS "taxId", s.electronic_address AS "electronicAddress", s.electronic_scheme AS "electronicScheme",
    s.registration, s.contact_name AS "contactName", s.contact_email AS "contactEmail", s.contact_phone AS "contactPhone",
    s.account_holder AS "accountHolder", s.iban, s.bic, s.price_mode AS "priceMode", s.tax_point AS "taxPoint", s.takes_tax_out AS "takesTaxOut",
    s.payment_days AS "paymentDays", s.lead_days AS "leadDays", s.language, s.locked_until::text AS "lockedUntil", s.logo IS NOT NULL AS "hasLogo",
    s.archived_at IS NOT NULL AS "isArchived",
    coalesce((SELECT json_agg(json_build_object('kind', n.kind, 'pattern', n.pattern) ORDER BY n.kind) FROM number_series n WHERE n.seller_id = s.id), '[]')
      AS series,
    coalesce((SELECT json_agg(json_build_object('locationId', l.id, 'name', l.name, 'since', o.since::text) ORDER BY o.since, l.name, l.id)
      FROM location_sellers o JOIN locations l ON l.id = o.location_id WHERE o.seller_id = s.id), '[]') AS locations
  FROM sellers s WHERE s.organization_id = $1::uuid`;

/** The legal entities that write invoices, archived ones too, the oldest first. Needs manageBilling. */
export async function listSellers(ctx: Context): Promise<SellerView[]> {
  authorize(ctx, ...listSellers.needs);
  const rows = await read(ctx).query<SellerRow>(`${SELLERS} ORDER BY s.created_at, s.id`, [ctx.organizationId]);
  return rows.map(sellerView);
}
listSellers.needs = ["manageBilling"] as const;

/** One seller. Needs manageBilling. Throws not_found. */
export async function getSeller(ctx: Context, { id }: SellerIdInput): Promise<SellerView> {
  authorize(ctx, ...getSeller.needs);
  return requireSeller(read(ctx), ctx, id);
}
getSeller.needs = ["manageBilling"] as const;

/** Throws not_found for an unknown or foreign seller. Works in and out of a transaction. */
export async function requireSeller(sql: Sql, ctx: Context, id: string): Promise<SellerView> {
  const [row] = await sql.query<SellerRow>(`${SELLERS} AND s.id = $2::uuid`, [ctx.organizationId, id]);
  if (!row) throw notFound("seller");
  return sellerView(row);
}

function sellerView(row: SellerRow): SellerView {
  return { ...row, lacks: sellerLacks(row) };
}

/** The picture on a seller's invoices; null: there is none. Needs manageBilling. Throws not_found. */
export async function sellerLogo(ctx: Context, { id }: SellerIdInput): Promise<LogoView | null> {
  authorize(ctx, ...sellerLogo.needs);
  const [row] = await read(ctx).query<{ type: string | null; logo: Buffer | null }>(
    "SELECT logo_type AS type, logo FROM sellers WHERE organization_id = $1::uuid AND id = $2::uuid",
    [ctx.organizationId, id],
  );
  if (!row) throw notFound("seller");
  return row.type === null || row.logo === null
    ? null
    : { type: row.type as LogoType, logo: row.logo.toString("base64") };
}
sellerLogo.needs = ["manageBilling"] as const;
