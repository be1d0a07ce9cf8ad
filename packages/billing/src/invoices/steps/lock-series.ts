import type { Context, Sql } from "@working-social/db";
import type { LocalDate } from "@working-social/kernel";
import type { Draft } from "../rules/draft.ts";
import type { SellerParty } from "../schema.ts";

/** Where the counting of a series stands; it is counted on as documents are made. */
export interface Series {
  readonly id: string;
  readonly sellerId: string;
  readonly kind: "invoice" | "credit_note";
  readonly pattern: string;
  lastHash: string;
  /** By year; 0 where the series has none. */
  readonly lastNumbers: Map<number, number>;
  readonly seller: SellerParty;
  readonly lockedUntil: LocalDate | null;
}

type SeriesRow = Omit<Series, "lastNumbers" | "seller" | "lockedUntil">;

/** The series of the drafts' sellers, by seller and kind: locked until the transaction ends, and read after it. */
export async function lockSeries(tx: Sql, ctx: Context, drafts: readonly Draft[]): Promise<Map<string, Series>> {
  const sellerIds = [...new Set(drafts.map(({ seller }) => seller.sellerId))];
  const rows = await tx.query<SeriesRow>(
    `SELECT id, seller_id AS "sellerId", kind, pattern, last_hash AS "lastHash" FROM number_series
     WHERE organization_id = $1::uuid AND seller_id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    [ctx.organizationId, sellerIds],
  );
  const sellers = await loadSellers(tx, ctx, sellerIds);
  const numbers = await tx.query<{ series_id: string; year: number; last_number: number }>(
    "SELECT series_id, year, last_number FROM number_counters WHERE organization_id = $1::uuid AND series_id = ANY($2::uuid[])",
    [ctx.organizationId, rows.map(({ id }) => id)],
  );
  const counted = Map.groupBy(numbers, (row) => row.series_id);
  return new Map(
    rows.flatMap((row) => {
      const seller = sellers.get(row.sellerId);
      if (!seller) return [];
      const lastNumbers = new Map((counted.get(row.id) ?? []).map((one) => [one.year, one.last_number]));
      return [[`${row.sellerId} ${row.kind}`, { ...row, ...seller, lastNumbers }] as const];
    }),
  );
}

async function loadSellers(tx: Sql, ctx: Context, sellerIds: readonly string[]) {
  const rows = await tx.query<SellerParty & { id: string; lockedUntil: LocalDate | null }>(
    `SELECT id, locked_until::text AS "lockedUntil", legal_name AS name, street, extra_line AS "extraLine", city, post_code AS "postCode", region, country::text,
       vat_id AS "vatId", tax_id AS "taxId", electronic_address AS "electronicAddress", electronic_scheme AS "electronicScheme", registration,
       contact_name AS "contactName", contact_email AS "contactEmail", contact_phone AS "contactPhone", account_holder AS "accountHolder", iban, bic
     FROM sellers WHERE organization_id = $1::uuid AND id = ANY($2::uuid[])`,
    [ctx.organizationId, sellerIds],
  );
  return new Map(rows.map(({ id, lockedUntil, ...seller }) => [id, { seller, lockedUntil }]));
}
