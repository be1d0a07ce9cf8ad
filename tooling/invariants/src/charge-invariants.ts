import type { Invariant } from "./invariants.ts";

/** Of what is bought, and of what credits of money have paid. */
export const CHARGE_INVARIANTS: Invariant[] = [
  {
    name: "Each purchase of a pack made one lot of what is in the pack, for who bought it.",
    sql: `SELECT p.id FROM credit_pack_purchases p JOIN credit_packs k ON k.id = p.pack_id
          LEFT JOIN credit_transfers t ON t.organization_id = p.organization_id AND t.cause_type = 'pack_purchase' AND t.cause_id = p.id::text AND t.kind = 'grant'
          LEFT JOIN credit_entries e ON e.transfer_id = t.id AND e.lot_id IS NOT NULL LEFT JOIN credit_lots l ON l.id = e.lot_id
          GROUP BY p.id, k.id
          HAVING count(l.id) <> 1 OR bool_or(l.source <> 'pack' OR l.unit <> k.unit OR l.currency IS DISTINCT FROM k.currency OR e.quantity <> k.quantity
            OR l.owner_id <> coalesce(p.team_id, p.person_id))`,
  },
  {
    name: "Each purchase of a pack is charged at its price, once, and never paid with credits.",
    sql: `SELECT p.id FROM credit_pack_purchases p
          LEFT JOIN charges c ON c.organization_id = p.organization_id AND c.cause_type = 'pack_purchase' AND c.cause_id = p.id::text
          GROUP BY p.id HAVING coalesce(sum(c.amount_minor), 0) <> p.price_minor OR count(c.id) > 1
          UNION ALL SELECT p.id FROM credit_pack_purchases p JOIN credit_usages u
            ON u.organization_id = p.organization_id AND u.cause_type = 'pack_purchase' AND u.cause_id = p.id::text AND u.quantity > 0`,
  },
  {
    name: "What the charges of a cause say credits of money have paid is what the ledger took for it.",
    sql: `SELECT cause_type, cause_id, u.used, a.paid FROM (
            SELECT u.organization_id, u.cause_type, u.cause_id, l.currency, sum(u.quantity) AS used FROM credit_usages u JOIN credit_lots l ON l.id = u.lot_id
            WHERE l.unit = 'money' GROUP BY 1, 2, 3, 4) u
          FULL JOIN (SELECT c.organization_id, c.cause_type, c.cause_id, c.currency, -sum(a.amount_minor) AS paid FROM charges c
            JOIN charge_lines l ON l.charge_id = c.id JOIN charge_adjustments a ON a.line_id = l.id
            WHERE a.reason IN ('paid_from_credit', 'returned_to_credit') GROUP BY 1, 2, 3, 4) a USING (organization_id, cause_type, cause_id, currency)
          WHERE coalesce(u.used, 0) <> coalesce(a.paid, 0)`,
  },
  {
    // What is left of a lot, what ended and what was taken back was never used.
    name: "What is taxed of each lot that was prepaid is its share of what was paid for it, and never more than was used.",
    sql: `SELECT l.id, r.quantity, r.minor FROM credit_lots l
          JOIN (SELECT lot_id, sum(quantity) AS quantity, sum(amount_minor) AS minor, array_agg(DISTINCT currency) AS currencies
            FROM pack_redemptions GROUP BY 1) r ON r.lot_id = l.id
          WHERE r.currencies IS DISTINCT FROM ARRAY[l.prepaid_currency] OR r.quantity < 0
            OR r.minor <> prepaid_part(l.prepaid_minor, l.prepaid_quantity, r.quantity::bigint)
            OR r.quantity > (SELECT -coalesce(sum(e.quantity), 0) FROM credit_entries e JOIN credit_transfers t ON t.id = e.transfer_id
              WHERE e.lot_id = l.id AND t.kind IN ('consume', 'repay', 'refund'))`,
  },
  {
    name: "A pack that was taxed at its sale is not taxed at its use, and one that was not is.",
    sql: `SELECT p.id FROM credit_pack_purchases p JOIN charges c ON c.organization_id = p.organization_id AND c.cause_type = 'pack_purchase' AND c.cause_id = p.id::text
          JOIN charge_lines l ON l.charge_id = c.id AND l.code = 'pack'
          JOIN credit_transfers t ON t.organization_id = p.organization_id AND t.cause_type = 'pack_purchase' AND t.cause_id = p.id::text AND t.kind = 'grant'
          JOIN credit_entries e ON e.transfer_id = t.id AND e.lot_id IS NOT NULL JOIN credit_lots g ON g.id = e.lot_id
          JOIN credit_packs k ON k.id = p.pack_id
          WHERE CASE k.purpose WHEN 'single_purpose' THEN g.prepaid_minor IS NOT NULL
            ELSE l.tax_category <> 'O' OR g.prepaid_minor > c.amount_minor END`,
  },
  {
    name: "Each person and each team has a billing account, and a charge is owed by that of its team, or else of its person.",
    sql: `SELECT o.id FROM (SELECT organization_id, id FROM people UNION ALL SELECT organization_id, id FROM teams) o
          WHERE NOT EXISTS (SELECT FROM billing_accounts a WHERE a.organization_id = o.organization_id AND a.owner_id = o.id)
          UNION ALL SELECT c.id FROM charges c LEFT JOIN billing_accounts a ON a.organization_id = c.organization_id AND a.id = c.billing_account_id
          WHERE a.owner_id IS DISTINCT FROM coalesce(c.team_id, c.person_id)`,
  },
  {
    name: "A line of a charge is about what its charge is for, with the data that its code asks for.",
    sql: `SELECT l.id FROM charge_lines l JOIN charges c ON c.id = l.charge_id
          WHERE c.cause_type <> CASE l.code WHEN 'print' THEN 'print_job' WHEN 'pack' THEN 'pack_purchase' ELSE 'booking' END
            OR (l.code = 'print') <> (l.product = 'copier_pages') OR (l.code = 'pack') <> (l.product = 'credit_pack')
            OR (l.code = 'cancellation_fee') <> (l.product = 'cancellation_fee')
            OR NOT l.data ?& CASE l.code WHEN 'print' THEN ARRAY['sides', 'paperSize', 'colour', 'isDuplex']
              WHEN 'pack' THEN ARRAY['packName', 'unit', 'currency', 'quantity'] ELSE ARRAY['resourceName'] END
            OR (l.code <> 'pack' AND l.location_id IS NULL)`,
  },
  {
    // What a change keeps, and a promise that was not kept, are parts of a total that was agreed, with the tax in it.
    name: "What is charged for a booking's slot has the tax that its quote says, at its rate and in its mode.",
    sql: `SELECT l.id, l.tax_minor, q.tax_minor AS quoted FROM charge_lines l JOIN charges c ON c.id = l.charge_id
          JOIN bookings b ON b.organization_id = c.organization_id AND c.cause_type = 'booking' AND c.cause_id = b.id::text
          JOIN quotes q ON q.id = b.quote_id AND c.idempotency_key = 'booking:' || b.id || ':' || q.id || ':charge'
          LEFT JOIN LATERAL (SELECT line FROM jsonb_array_elements(q.lines) line WHERE line->>'kind' = 'tax') t ON true
          WHERE l.code = 'booking' AND (l.tax_minor <> q.tax_minor OR l.tax_basis_points <> coalesce((t.line->>'basisPoints')::int, 0)
            OR (l.price_mode = 'gross') <> coalesce((t.line->>'inclusive')::boolean, l.price_mode = 'gross'))`,
  },
  {
    name: "Each balance belongs to whom its lot belongs to.",
    sql: "SELECT b.lot_id FROM credit_balances b JOIN credit_lots l ON l.id = b.lot_id WHERE b.owner_id <> l.owner_id",
  },
];
