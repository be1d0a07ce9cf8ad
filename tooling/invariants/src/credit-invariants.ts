import type { Invariant } from "./invariants.ts";

/** Of the ledger of credits, and of what credits don't cover. */
export const CREDIT_INVARIANTS: Invariant[] = [
  {
    name: "Each credit transfer sums to zero.",
    sql: "SELECT transfer_id, sum(quantity) AS sum FROM credit_entries GROUP BY 1 HAVING sum(quantity) <> 0",
  },
  {
    name: "Each lot's balance is the sum of its entries, and what is held of it is what its open holds hold.",
    sql: `SELECT b.lot_id, b.balance, b.held, e.sum, h.sum AS holds FROM credit_balances b
          CROSS JOIN LATERAL (SELECT coalesce(sum(quantity), 0) AS sum FROM credit_entries WHERE lot_id = b.lot_id) e
          CROSS JOIN LATERAL (SELECT coalesce(sum(p.quantity), 0) AS sum FROM credit_hold_parts p
            WHERE p.lot_id = b.lot_id AND NOT EXISTS (SELECT FROM credit_hold_resolutions r WHERE r.hold_id = p.hold_id)) h
          WHERE b.balance <> e.sum OR b.held <> h.sum`,
  },
  {
    name: "No lot is below its floor, and only overdrafts have one below zero.",
    sql: "SELECT lot_id, balance, held, floor FROM credit_balances WHERE balance - held < floor OR held < 0 OR (floor <> 0 AND NOT is_overdraft)",
  },
  {
    name: "Every lot has a balance, of its own kind.",
    sql: `SELECT l.id FROM credit_lots l LEFT JOIN credit_balances b ON b.lot_id = l.id WHERE b.is_overdraft IS DISTINCT FROM (l.source = 'overdraft')`,
  },
  {
    name: "What each cause has used of a lot is what it took less what it got back, and never below zero.",
    sql: `SELECT cause_type, cause_id, lot_id, u.quantity, e.sum FROM credit_usages u
          FULL JOIN (SELECT t.organization_id, t.cause_type, t.cause_id, e.lot_id, -sum(e.quantity) AS sum
            FROM credit_entries e JOIN credit_transfers t ON t.id = e.transfer_id
            WHERE e.lot_id IS NOT NULL AND t.kind IN ('consume', 'refund') GROUP BY 1, 2, 3, 4) e
            USING (organization_id, cause_type, cause_id, lot_id)
          WHERE u.quantity IS DISTINCT FROM e.sum OR u.quantity < 0`,
  },
  {
    name: "A transfer moves lots of its own unit and currency, and no more than was asked for.",
    sql: `SELECT t.id FROM credit_transfers t JOIN credit_entries e ON e.transfer_id = t.id LEFT JOIN credit_lots l ON l.id = e.lot_id
          GROUP BY t.id
          HAVING bool_or(l.unit <> t.unit OR l.currency IS DISTINCT FROM t.currency AND l.id IS NOT NULL)
            OR sum(e.quantity) FILTER (WHERE e.quantity > 0) > t.requested`,
  },
  {
    name: "A hold that was posted has at most one transfer, and one that was voided has none.",
    sql: `SELECT r.hold_id, r.outcome, count(t.id) AS transfers FROM credit_hold_resolutions r LEFT JOIN credit_transfers t ON t.hold_id = r.hold_id
          GROUP BY 1, 2 HAVING count(t.id) > CASE r.outcome WHEN 'voided' THEN 0 ELSE 1 END`,
  },
  {
    name: "Scheduled usage that was settled has its transfer; cancelled or open usage has none.",
    sql: `SELECT s.id, s.outcome FROM credit_schedules s
          LEFT JOIN credit_transfers t ON t.organization_id = s.organization_id AND t.idempotency_key = 'schedule:' || s.id
          WHERE (s.outcome IS NOT DISTINCT FROM 'settled') <> (t.id IS NOT NULL)`,
  },
  {
    name: "The lines of each charge sum to its amount, and no line is open below zero.",
    sql: `SELECT c.id, c.amount_minor, sum(l.amount_minor) AS lines FROM charges c LEFT JOIN charge_lines l ON l.charge_id = c.id
          LEFT JOIN LATERAL (SELECT sum(amount_minor) AS minor, sum(quantity) AS quantity FROM charge_adjustments WHERE line_id = l.id) a ON true
          GROUP BY c.id
          HAVING c.amount_minor <> coalesce(sum(l.amount_minor), 0)
            OR bool_or(l.amount_minor + coalesce(a.minor, 0) < 0 OR l.quantity < coalesce(a.quantity, 0))`,
  },
];
