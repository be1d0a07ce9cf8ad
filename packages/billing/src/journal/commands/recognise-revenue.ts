import type { Context, Sql } from "@working-social/db";
import { inTransaction, read } from "@working-social/db";
import type { LocalDate } from "@working-social/kernel";
import { addDays, authorize, toLocal } from "@working-social/kernel";
import type { Earned } from "../rules/postings.ts";
import { earnedPostings } from "../rules/postings.ts";
import { postEntries } from "../steps/post-entries.ts";

/**
 * The job of each night: what the days that are over have earned moves from deferred to revenue, an entry for each day and currency, by
 * product and place. A day is over when it is at every location of the seller. What a past day still owes (the job did not run, a document
 * came late) is in the entry of the first open day. Safe to repeat, and beside itself. Returns how many days it booked.
 */
export async function recogniseRevenue(ctx: Context): Promise<{ days: number }> {
  authorize(ctx, ...recogniseRevenue.needs);
  let days = 0;
  for (const { sellerId, from, until } of await sellersBehind(ctx)) {
    for (let day = from; day <= until; day = addDays(day, 1)) {
      await inTransaction(ctx, (tx) => recogniseDay(tx, ctx, sellerId, day));
      days++;
    }
  }
  return { days };
}
recogniseRevenue.needs = ["runBilling"] as const;

interface Behind {
  sellerId: string;
  /** The first day without an entry, and the last one that is over. */
  from: LocalDate;
  until: LocalDate;
}

async function sellersBehind(ctx: Context): Promise<Behind[]> {
  const rows = await read(ctx).query<{ sellerId: string; from: LocalDate; zones: string[] }>(
    `SELECT s.id AS "sellerId", greatest(s.locked_until + 1, coalesce(s.recognised_until + 1, f.first))::text AS from, z.zones
     FROM sellers s CROSS JOIN LATERAL (SELECT min(i.issue_date) AS first FROM invoices i WHERE i.organization_id = s.organization_id AND i.seller_id = s.id) f
     CROSS JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT l.time_zone), '{UTC}') AS zones FROM location_sellers x JOIN locations l ON l.id = x.location_id
       WHERE x.organization_id = s.organization_id AND x.seller_id = s.id) z
     WHERE s.organization_id = $1::uuid AND f.first IS NOT NULL`,
    [ctx.organizationId],
  );
  return rows.map(({ sellerId, from, zones }) => ({ sellerId, from, until: lastDayOver(ctx, zones) }));
}

function lastDayOver(ctx: Context, zones: readonly string[]): LocalDate {
  const todays = zones.map((zone) => toLocal(ctx.clock.now(), zone).date);
  return addDays(
    todays.reduce((least, day) => (day < least ? day : least)),
    -1,
  );
}

interface EarnedRow extends Earned {
  currency: string;
}

/**
 * One day: what all lines have earned by its end, less what is booked as earned already. The share of a line is that of `earnedUntil`
 * (rules/recognition.ts), computed by the database over all lines at once. The seller's row makes those who do it take turns.
 */
async function recogniseDay(tx: Sql, ctx: Context, sellerId: string, day: LocalDate): Promise<void> {
  const taken = await tx.query(
    `UPDATE sellers SET recognised_until = $3::date WHERE organization_id = $1::uuid AND id = $2::uuid
       AND (recognised_until IS NULL OR recognised_until < $3::date) AND (locked_until IS NULL OR locked_until < $3::date) RETURNING id`,
    [ctx.organizationId, sellerId, day],
  );
  if (taken.length === 0) return;
  const rows = await tx.query<EarnedRow>(
    `WITH earned AS (
       SELECT i.currency, p.kind AS product_kind, l.location_id, sum((CASE i.kind WHEN 'invoice' THEN 1 ELSE -1 END)
         * rounded_share(l.net_minor, least(greatest($3::date + 1 - l.service_from, 0), l.service_until - l.service_from), l.service_until - l.service_from)) AS minor
       FROM invoices i JOIN invoice_lines l ON l.organization_id = i.organization_id AND l.invoice_id = i.id JOIN products p ON p.id = l.product_id
       WHERE i.organization_id = $1::uuid AND i.seller_id = $2::uuid AND i.issue_date <= $3::date AND p.kind NOT IN ('deposit', 'credit_pack') GROUP BY 1, 2, 3),
     booked AS (
       SELECT p.currency, p.product_kind, p.location_id, sum(p.amount_minor) AS minor
       FROM journal_entries e JOIN journal_postings p ON p.organization_id = e.organization_id AND p.entry_id = e.id
       WHERE e.organization_id = $1::uuid AND e.seller_id = $2::uuid AND p.account = 'revenue' GROUP BY 1, 2, 3)
     SELECT e.currency::text, e.product_kind AS "productKind", e.location_id AS "locationId", (e.minor + coalesce(b.minor, 0))::bigint AS "earnedMinor"
     FROM earned e LEFT JOIN booked b ON b.currency = e.currency AND b.product_kind = e.product_kind AND b.location_id IS NOT DISTINCT FROM e.location_id
     WHERE e.minor + coalesce(b.minor, 0) <> 0 ORDER BY 1, 2, 3`,
    [ctx.organizationId, sellerId, day],
  );
  const entries = [...Map.groupBy(rows, (row) => row.currency)].map(([currency, earned]) => ({
    sellerId,
    bookedOn: day,
    causeType: "recognition" as const,
    causeId: `${day} ${currency}`,
    currency,
    postings: earned.flatMap(earnedPostings),
  }));
  await postEntries(tx, ctx, entries);
}
