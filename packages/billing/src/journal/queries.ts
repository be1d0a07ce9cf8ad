import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import type {
  BalanceRow,
  JournalEntryView,
  JournalPage,
  ListEntriesInput,
  TrialBalance,
  TrialBalanceInput,
} from "./schema.ts";

/** What each account of a seller's books comes to at the end of a day, past or present. Needs manageBilling. */
export async function trialBalance(ctx: Context, { sellerId, on }: TrialBalanceInput): Promise<TrialBalance> {
  authorize(ctx, ...trialBalance.needs);
  const rows = await read(ctx).query<BalanceRow>(
    `SELECT p.account, p.product_kind AS "productKind", p.location_id AS "locationId", l.name AS "locationName", p.tax_category AS "taxCategory",
       p.tax_basis_points AS "taxBasisPoints", p.currency::text, coalesce(sum(p.amount_minor) FILTER (WHERE p.amount_minor > 0), 0)::bigint AS "debitMinor",
       coalesce(-sum(p.amount_minor) FILTER (WHERE p.amount_minor < 0), 0)::bigint AS "creditMinor", sum(p.amount_minor)::bigint AS "balanceMinor"
     FROM journal_entries e JOIN journal_postings p ON p.organization_id = e.organization_id AND p.entry_id = e.id LEFT JOIN locations l ON l.id = p.location_id
     WHERE e.organization_id = $1::uuid AND e.seller_id = $2::uuid AND e.booked_on <= $3::date
     GROUP BY p.account, p.product_kind, p.location_id, l.name, p.tax_category, p.tax_basis_points, p.currency
     ORDER BY p.currency, p.account, p.product_kind, l.name, p.tax_basis_points`,
    [ctx.organizationId, sellerId, on],
  );
  const sums = [...Map.groupBy(rows, (row) => row.currency)].map(([currency, group]) => ({
    currency,
    debitMinor: group.reduce((sum, row) => sum + row.debitMinor, 0),
    creditMinor: group.reduce((sum, row) => sum + row.creditMinor, 0),
  }));
  return { on, rows, sums };
}
trialBalance.needs = ["manageBilling"] as const;

const PAGE_SIZE = 50;

/** The entries of a seller's books, the newest first. Needs manageBilling. */
export async function listEntries(ctx: Context, { sellerId, cursor }: ListEntriesInput): Promise<JournalPage> {
  authorize(ctx, ...listEntries.needs);
  const rows = await read(ctx).query<JournalEntryView>(
    `SELECT e.id, e.booked_on::text AS "bookedOn", e.cause_type AS "causeType", i.id AS "invoiceId", i.number,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('account', p.account, 'accountName', coalesce(h.name, t.name), 'productKind', p.product_kind,
           'taxBasisPoints', p.tax_basis_points, 'currency', p.currency, 'amountMinor', p.amount_minor) ORDER BY p.position), '[]')
         FROM journal_postings p LEFT JOIN billing_accounts a ON a.id = p.billing_account_id LEFT JOIN people h ON h.id = a.person_id LEFT JOIN teams t ON t.id = a.team_id
         WHERE p.entry_id = e.id) AS postings
     FROM journal_entries e LEFT JOIN invoices i ON e.cause_type = 'invoice' AND i.organization_id = e.organization_id AND i.id::text = e.cause_id
     WHERE e.organization_id = $1::uuid AND e.seller_id = $2::uuid
       AND ($3::uuid IS NULL OR (e.booked_on, e.id) < (SELECT last.booked_on, last.id FROM journal_entries last WHERE last.id = $3::uuid))
     ORDER BY e.booked_on DESC, e.id DESC LIMIT $4`,
    [ctx.organizationId, sellerId, cursor, PAGE_SIZE + 1],
  );
  const entries = rows.slice(0, PAGE_SIZE);
  return { entries, nextCursor: rows.length > PAGE_SIZE ? (entries.at(-1)?.id ?? null) : null };
}
listEntries.needs = ["manageBilling"] as const;
