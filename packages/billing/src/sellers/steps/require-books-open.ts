import type { Context, Sql } from "@working-social/db";
import { billingError } from "../../errors.ts";

/**
 * Throws books_closed where the books of whoever sells at the location on that day, or on a later one, are closed on it. Until the
 * transaction ends nobody closes them.
 */
export async function requireBooksOpen(tx: Sql, ctx: Context, locationId: string, day: string): Promise<void> {
  const sellers = await tx.query<{ locked_until: string | null }>(
    `SELECT s.locked_until::text AS locked_until FROM sellers s WHERE s.organization_id = $1::uuid AND s.id IN (SELECT o.seller_id FROM location_sellers o
       WHERE o.organization_id = $1::uuid AND o.location_id = $2::uuid AND NOT EXISTS (SELECT FROM location_sellers later
         WHERE later.location_id = o.location_id AND later.since > o.since AND later.since <= $3)) ORDER BY s.id FOR SHARE OF s`,
    [ctx.organizationId, locationId, day],
  );
  const [closed] = sellers.flatMap(({ locked_until }) => locked_until ?? []).sort((a, b) => (a < b ? 1 : -1));
  if (closed !== undefined && day <= closed) throw billingError({ code: "books_closed", lockedUntil: closed });
}
