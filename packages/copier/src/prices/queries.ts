import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import type { PrintPricesInput, PrintPricesView } from "./schema.ts";

/** The price table of a location, for everybody: a price is seen before it is paid. Throws not_found. */
export async function printPrices(ctx: Context, { locationId }: PrintPricesInput): Promise<PrintPricesView> {
  authorize(ctx, ...printPrices.needs);
  return requirePrices(read(ctx), locationId);
}
printPrices.needs = ["useSpace"] as const;

export async function requirePrices(sql: Sql, locationId: string): Promise<PrintPricesView> {
  const [location] = await sql.query<Omit<PrintPricesView, "locationId">>(
    `SELECT l.currency, l.print_price_mode AS "priceMode", jsonb_build_object('basisPoints', l.tax_basis_points,
         'category', CASE WHEN l.tax_basis_points > 0 THEN 'S' ELSE l.zero_tax_category END) AS tax, coalesce((SELECT jsonb_agg(jsonb_build_object('colour', p.colour, 'paperSize', p.paper_size, 'isDuplex', p.is_duplex,
         'priceMinor', p.price_minor, 'creditsPerSide', p.credits_per_side) ORDER BY p.colour, p.paper_size, p.is_duplex)
       FROM print_prices p WHERE p.location_id = l.id), '[]') AS rows
     FROM locations l WHERE l.id = $1::uuid`,
    [locationId],
  );
  if (!location) throw notFound("location");
  return { locationId, ...location };
}

/** Two managers who save at once take turns, and a job that found no price looks again behind whoever is setting one. */
export async function lockPrices(tx: Sql, locationId: string): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('print prices ' || $1, 0))", [locationId]);
}
