import type { Invariant } from "./invariants.ts";

const SIGN = "(CASE i.kind WHEN 'invoice' THEN 1 ELSE -1 END)";

/** Of contracts, what was invoiced of them, and the books. */
export const BILLING_INVARIANTS: Invariant[] = [
  {
    name: "Numbers of a series and year begin at 1 and have no gap.",
    sql: `SELECT series_id, year, max(sequence) AS last, count(*) FROM invoices GROUP BY 1, 2 HAVING min(sequence) <> 1 OR max(sequence) <> count(*)
          UNION ALL SELECT c.series_id, c.year, c.last_number, count(i.id) FROM number_counters c
            LEFT JOIN invoices i ON i.series_id = c.series_id AND i.year = c.year GROUP BY 1, 2, 3 HAVING count(i.id) <> c.last_number`,
  },
  {
    name: "Each document follows on the one before in its series, and the series ends with the last.",
    sql: `SELECT id, number FROM (SELECT i.*, lag(hash, 1, '') OVER (PARTITION BY series_id ORDER BY year, sequence) AS before FROM invoices i) i
          WHERE previous_hash <> before
          UNION ALL SELECT s.id, s.pattern FROM number_series s WHERE s.last_hash <> coalesce(
            (SELECT i.hash FROM invoices i WHERE i.series_id = s.id ORDER BY i.year DESC, i.sequence DESC LIMIT 1), '')`,
  },
  {
    name: "The lines of a document sum to it, and so do its taxes, each of which is that of its category and rate.",
    sql: `SELECT i.id, i.number FROM invoices i
          LEFT JOIN LATERAL (SELECT coalesce(sum(net_minor), 0) AS net, coalesce(sum(amount_minor), 0) AS amount FROM invoice_lines WHERE invoice_id = i.id) l ON true
          LEFT JOIN LATERAL (SELECT coalesce(sum(net_minor), 0) AS net, coalesce(sum(tax_minor), 0) AS tax FROM invoice_taxes WHERE invoice_id = i.id) t ON true
          WHERE l.net <> i.net_minor OR t.net <> i.net_minor OR t.tax <> i.tax_minor
            OR l.amount <> CASE i.price_mode WHEN 'gross' THEN i.due_minor ELSE i.net_minor END
          UNION ALL SELECT t.invoice_id, t.category::text FROM invoice_taxes t JOIN invoices i ON i.id = t.invoice_id
            WHERE abs(t.tax_minor - rounded_share(t.net_minor, t.basis_points, 10000)) > (CASE i.kind WHEN 'invoice' THEN 0 ELSE 1 END)
              OR t.net_minor IS DISTINCT FROM (SELECT sum(l.net_minor) FROM invoice_lines l WHERE l.invoice_id = t.invoice_id
                AND l.tax_category = t.category AND l.tax_basis_points = t.basis_points)`,
  },
  {
    name: "What comes back of a line, as days or by credit notes, is never more than the line.",
    sql: `SELECT l.id, l.amount_minor, b.back FROM invoice_lines l CROSS JOIN LATERAL (SELECT coalesce(sum(
            CASE WHEN n.credits_line_id = l.id THEN n.amount_minor ELSE -n.amount_minor END), 0) AS back
            FROM invoice_lines n WHERE n.credits_line_id = l.id OR n.returns_line_id = l.id) b
          WHERE b.back <> 0 AND (sign(b.back) <> sign(l.amount_minor) OR abs(b.back) > abs(l.amount_minor))`,
  },
  {
    name: "No day of a contract line is charged twice by one kind of charge, but for days that came back.",
    sql: `SELECT contract_line_id, kind, from_day, next FROM (SELECT d.*, lead(from_day) OVER (PARTITION BY contract_line_id, kind ORDER BY from_day) AS next
            FROM charged_days d WHERE returned_by_line_id IS NULL) d WHERE next < until_day`,
  },
  {
    name: "The charged days of an invoice line are its days, whether or not they came back.",
    sql: `SELECT l.id FROM invoice_lines l JOIN charged_days d ON d.invoice_line_id = l.id GROUP BY l.id
          HAVING sum(d.until_day - d.from_day) <> l.service_until - l.service_from OR min(d.from_day) <> l.service_from OR max(d.until_day) <> l.service_until`,
  },
  {
    name: "Nobody has two memberships on one day.",
    sql: `SELECT holder_id, starts_on, next FROM (SELECT c.*, lead(starts_on) OVER (PARTITION BY holder_id ORDER BY starts_on) AS next
            FROM contracts c WHERE kind = 'membership' AND withdrawn_at IS NULL) c WHERE next <= coalesce(ends_on, 'infinity')`,
  },
  {
    name: "A charge's line says that an invoice has it when one has, and so do its adjustments.",
    sql: `SELECT l.id FROM charge_lines l WHERE (l.invoiced_at IS NOT NULL) <> EXISTS (SELECT FROM invoice_lines n WHERE n.charge_line_id = l.id)
          UNION ALL SELECT a.id FROM charge_adjustments a JOIN charge_lines l ON l.id = a.line_id WHERE a.is_invoiced AND l.invoiced_at IS NULL`,
  },
  {
    name: "Each entry of the books balances in each currency.",
    sql: "SELECT entry_id, currency, sum(amount_minor) FROM journal_postings GROUP BY 1, 2 HAVING sum(amount_minor) <> 0",
  },
  {
    name: "Each document is in the books, with what is due of it owed by its account.",
    sql: `SELECT i.id, i.number FROM invoices i LEFT JOIN journal_entries e ON e.seller_id = i.seller_id AND e.cause_type = 'invoice' AND e.cause_id = i.id::text
          WHERE ${SIGN} * i.due_minor <> coalesce((SELECT sum(p.amount_minor) FROM journal_postings p WHERE p.entry_id = e.id AND p.account = 'receivable'
            AND p.billing_account_id = i.billing_account_id AND p.currency = i.currency), 0)`,
  },
  {
    name: "What is deferred is what was invoiced and is not earned yet.",
    sql: `SELECT e.seller_id, p.currency, p.product_kind, p.location_id FROM journal_entries e JOIN journal_postings p ON p.entry_id = e.id
          WHERE p.account IN ('deferred_revenue', 'revenue') GROUP BY 1, 2, 3, 4
          HAVING sum(p.amount_minor) <> -coalesce((SELECT sum(${SIGN} * l.net_minor) FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id
            JOIN products k ON k.id = l.product_id WHERE i.seller_id = e.seller_id AND i.currency = p.currency AND k.kind = p.product_kind
              AND l.location_id IS NOT DISTINCT FROM p.location_id), 0)`,
  },
];
