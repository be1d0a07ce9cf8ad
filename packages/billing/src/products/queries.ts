import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import type { Tax } from "@working-social/kernel";
import { authorize, notFound, toLocal } from "@working-social/kernel";
import type { LocationTaxes } from "./rules/tax-on.ts";
import { taxOn } from "./rules/tax-on.ts";
import type { ListTaxRatesInput, LocationRatesView, ProductView, TaxRateView } from "./schema.ts";
import { TAX_CLASSES } from "./schema.ts";

const PRODUCTS = `SELECT id, kind, name, unit_code AS "unitCode", revenue_account AS "revenueAccount", tax_class AS "taxClass",
    price_minor AS "priceMinor", currency, archived_at IS NOT NULL AS "isArchived" FROM products WHERE organization_id = $1::uuid`;

interface ProductRow extends ProductView {
  /** Only these: products_unit_code says so. */
  unitCode: ProductView["unitCode"];
}

/** What is sold, archived items too: one of each kind, and the items by name. Needs manageBilling or manageContracts. */
export async function listProducts(ctx: Context): Promise<ProductView[]> {
  authorize(ctx, ...listProducts.needs);
  return read(ctx).query<ProductRow>(`${PRODUCTS} ORDER BY kind, name, id`, [ctx.organizationId]);
}
listProducts.needs = ["manageBilling", "manageContracts"] as const;

/** Throws not_found for an unknown or foreign product. Works in and out of a transaction. */
export async function requireProduct(sql: Sql, ctx: Context, id: string): Promise<ProductView> {
  const [product] = await sql.query<ProductRow>(`${PRODUCTS} AND id = $2::uuid`, [ctx.organizationId, id]);
  if (!product) throw notFound("product");
  return product;
}

interface LocationRow {
  locationId: string;
  timeZone: string;
  own: Tax;
  rates: TaxRateView[];
}

const LOCATION_TAXES = `SELECT l.id AS "locationId", l.time_zone AS "timeZone",
    json_build_object('category', CASE WHEN l.tax_basis_points > 0 THEN 'S' ELSE l.zero_tax_category END, 'basisPoints', l.tax_basis_points) AS own,
    coalesce((SELECT json_agg(json_build_object('taxClass', r.tax_class, 'validFrom', r.valid_from::text, 'category', r.category,
      'basisPoints', r.basis_points, 'exemptionReason', r.exemption_reason, 'exemptionCode', r.exemption_code) ORDER BY r.valid_from DESC, r.tax_class)
      FROM tax_rates r WHERE r.location_id = l.id), '[]') AS rates
  FROM locations l WHERE l.organization_id = $1::uuid AND l.id = ANY($2::uuid[])`;

/** What decides about domestic tax at these locations, by their id; one that is unknown is missing. Works in and out of a transaction. */
export async function loadTaxRates(
  sql: Sql,
  ctx: Context,
  locationIds: readonly string[],
): Promise<ReadonlyMap<string, LocationTaxes>> {
  const rows = await sql.query<LocationRow>(LOCATION_TAXES, [ctx.organizationId, locationIds]);
  return new Map(rows.map(({ locationId, own, rates }) => [locationId, { locationId, own, rates }]));
}

/** The rates of a location, and what each class is taxed as today. Needs manageBilling or manageContracts. Throws not_found. */
export async function listTaxRates(ctx: Context, { locationId }: ListTaxRatesInput): Promise<LocationRatesView> {
  authorize(ctx, ...listTaxRates.needs);
  return ratesOf(read(ctx), ctx, locationId);
}
listTaxRates.needs = ["manageBilling", "manageContracts"] as const;

/** Throws not_found. Works in and out of a transaction. */
export async function ratesOf(sql: Sql, ctx: Context, locationId: string): Promise<LocationRatesView> {
  const [row] = await sql.query<LocationRow>(LOCATION_TAXES, [ctx.organizationId, [locationId]]);
  if (!row) throw notFound("location");
  const today = toLocal(ctx.clock.now(), row.timeZone).date;
  return { rates: row.rates, today: TAX_CLASSES.map((taxClass) => ({ taxClass, tax: taxOn(row, taxClass, today) })) };
}
