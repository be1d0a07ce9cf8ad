import type { Context, Sql } from "@working-social/db";
import type { LocalDate } from "@working-social/kernel";
import { expectDefined, toLocal } from "@working-social/kernel";
import { loadTaxRates } from "../../products/queries.ts";
import { taxForBuyer } from "../../products/rules/tax-for-buyer.ts";
import type { LocationTaxes } from "../../products/rules/tax-on.ts";
import { taxOn } from "../../products/rules/tax-on.ts";
import type { TaxClass } from "../../products/schema.ts";
import type { DraftPlace, DraftProduct, DraftSeller, DraftWorld } from "../rules/draft.ts";

interface PlaceRow {
  id: string;
  time_zone: string;
  sellers: { since: LocalDate; sellerId: string }[];
}

/** Locations, sellers, rates and products of an organization at this moment: all that drafts need beside their accounts. */
export async function loadWorld(sql: Sql, ctx: Context, issueDate: LocalDate): Promise<DraftWorld> {
  const rows = await loadPlaces(sql, ctx);
  const taxes = await loadTaxRates(
    sql,
    ctx,
    rows.map(({ id }) => id),
  );
  const places = new Map(rows.map((row) => [row.id, placeOf(ctx, row, found(taxes, row.id))]));
  const sellers = new Map((await loadSellers(sql, ctx)).map((seller) => [seller.sellerId, seller]));
  const products = await sql.query<DraftProduct>(
    `SELECT id, kind, tax_class AS "taxClass" FROM products WHERE organization_id = $1::uuid ORDER BY kind, created_at, id`,
    [ctx.organizationId],
  );
  const byId = new Map(products.map((product) => [product.id, product]));
  const byKind = new Map(products.map((product) => [product.kind, product]));
  return {
    issueDate,
    place: (locationId) => found(places, locationId),
    anyPlace: () => places.keys().next().value ?? null,
    seller: (sellerId) => found(sellers, sellerId),
    productOf: (kind) => found(byKind, kind),
    product: (id) => found(byId, id),
    taxFor: taxForBuyer,
  };
}

function found<T>(known: ReadonlyMap<string, T>, key: string): T {
  return expectDefined(known.get(key), `Nothing is known of ${key}.`);
}

/** The oldest location first: what was sold in no place is counted there. */
async function loadPlaces(sql: Sql, ctx: Context): Promise<PlaceRow[]> {
  return sql.query<PlaceRow>(
    `SELECT l.id, l.time_zone,
       coalesce((SELECT jsonb_agg(jsonb_build_object('since', s.since, 'sellerId', s.seller_id) ORDER BY s.since) FROM location_sellers s WHERE s.location_id = l.id), '[]') AS sellers
     FROM locations l WHERE l.organization_id = $1::uuid ORDER BY l.archived_at IS NOT NULL, l.created_at, l.id`,
    [ctx.organizationId],
  );
}

async function loadSellers(sql: Sql, ctx: Context): Promise<DraftSeller[]> {
  return sql.query<DraftSeller>(
    `SELECT id AS "sellerId", price_mode AS "priceMode", tax_point AS "taxPoint", takes_tax_out AS "takesTaxOut", lead_days AS "leadDays",
       payment_days AS "paymentDays", language FROM sellers WHERE organization_id = $1::uuid`,
    [ctx.organizationId],
  );
}

function placeOf(ctx: Context, { id, time_zone, sellers }: PlaceRow, taxes: LocationTaxes): DraftPlace {
  const beginnings = (taxClass: TaxClass) =>
    taxes.rates.filter((rate) => rate.taxClass === taxClass).map(({ validFrom }) => validFrom);
  return {
    locationId: id,
    today: toLocal(ctx.clock.now(), time_zone).date,
    sellerOn: (day) => sellers.findLast(({ since }) => since <= day)?.sellerId ?? null,
    taxOn: (taxClass, day) => taxOn(taxes, taxClass, day),
    cuts: (taxClass) => [...sellers.map(({ since }) => since), ...beginnings(taxClass)],
  };
}
