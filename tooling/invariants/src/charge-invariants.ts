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
    name: "Each balance belongs to whom its lot belongs to.",
    sql: "SELECT b.lot_id FROM credit_balances b JOIN credit_lots l ON l.id = b.lot_id WHERE b.owner_id <> l.owner_id",
  },
];
