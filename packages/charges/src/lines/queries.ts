import type { Context, Sql } from "@working-social/db";
import type { PriceMode, Tax, ZeroTaxCategory } from "@working-social/kernel";
import { notFound, taxOf } from "@working-social/kernel";

/** Where something is sold: by which clock, and with which tax. */
export interface SalePlace {
  id: string;
  timeZone: string;
  /** Whether the rates of this place are net or gross. */
  mode: PriceMode;
  tax: Tax;
}

/** A location as it sells at this moment, an archived one too. Throws not_found. */
export async function loadSalePlace(sql: Sql, ctx: Context, locationId: string): Promise<SalePlace> {
  const [row] = await sql.query<{
    time_zone: string;
    tax_basis_points: number;
    tax_inclusive: boolean;
    zero_tax_category: ZeroTaxCategory;
  }>(
    `SELECT time_zone, tax_basis_points, tax_inclusive, zero_tax_category FROM locations
     WHERE organization_id = $1::uuid AND id = $2::uuid`,
    [ctx.organizationId, locationId],
  );
  if (!row) throw notFound("location");
  const tax = taxOf({ taxBasisPoints: row.tax_basis_points, zeroTaxCategory: row.zero_tax_category });
  return { id: locationId, timeZone: row.time_zone, mode: row.tax_inclusive ? "gross" : "net", tax };
}
