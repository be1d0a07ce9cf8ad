import type { Invariant } from "./invariants.ts";

const ACTIVE = "('held', 'pending_approval', 'confirmed')";

/** What the ledger has for each booking, by unit; money pays charges, and is of charges. */
const TAKEN = `SELECT u.cause_id, l.unit::text AS unit, u.quantity FROM credit_usages u JOIN credit_lots l ON l.id = u.lot_id
    WHERE u.cause_type = 'booking' AND l.unit <> 'money' AND u.quantity > 0
  UNION ALL SELECT cause_id, unit::text, quantity FROM credit_schedules WHERE cause_type = 'booking' AND outcome IS NULL`;
const HELD = `SELECT h.cause_id, h.unit::text AS unit, p.quantity FROM credit_holds h JOIN credit_hold_parts p ON p.hold_id = h.id
    WHERE h.cause_type = 'booking' AND NOT EXISTS (SELECT FROM credit_hold_resolutions r WHERE r.hold_id = h.id)`;
const STILL_OWED = `SELECT c.cause_id, l.unit::text AS unit, l.quantity - coalesce(a.quantity, 0) AS quantity
    FROM charges c JOIN charge_lines l ON l.charge_id = c.id
    LEFT JOIN LATERAL (SELECT sum(quantity) AS quantity FROM charge_adjustments WHERE line_id = l.id) a ON true
    WHERE c.cause_type = 'booking' AND l.unit IS NOT NULL`;
const QUOTED = `SELECT b.id::text AS cause_id, line->>'unit' AS unit, (line->>'quantity')::bigint AS quantity
    FROM bookings b JOIN quotes q ON q.id = b.quote_id CROSS JOIN LATERAL jsonb_array_elements(q.lines) line
    WHERE line->>'kind' IN ('credit', 'kept_credits')
  UNION ALL SELECT c.cause_id, l.unit::text, l.quantity FROM bookings b
    JOIN charges c ON c.organization_id = b.organization_id AND c.idempotency_key = 'booking:' || b.id || ':' || b.quote_id || ':charge'
    JOIN charge_lines l ON l.charge_id = c.id WHERE l.unit IS NOT NULL`;

const sums = (rows: string) => `(SELECT cause_id, unit, sum(quantity) AS quantity FROM (${rows}) x GROUP BY 1, 2)`;

/** Of bookings beside the ledger that pays for them. */
export const BOOKING_CREDIT_INVARIANTS: Invariant[] = [
  {
    // Late credits only move what is still owed to what is used; promises that could not be kept move to what is owed. A hold
    // over its time may have been freed before the booking that it was for.
    name: "What the ledger has taken, holds, promises and is still owed for an active booking is what its quote says.",
    sql: `SELECT b.id, unit, said.quantity AS said, moved.quantity AS moved
          FROM ${sums(QUOTED)} said FULL JOIN ${sums(`${TAKEN} UNION ALL ${HELD} UNION ALL ${STILL_OWED}`)} moved USING (cause_id, unit)
          JOIN bookings b ON b.id::text = cause_id
          WHERE b.status IN ${ACTIVE} AND coalesce(said.quantity, 0) <> coalesce(moved.quantity, 0)
            AND NOT (b.status = 'held' AND EXISTS (SELECT FROM credit_holds h JOIN credit_hold_resolutions r ON r.hold_id = h.id
              WHERE h.organization_id = b.organization_id AND h.cause_type = 'booking' AND h.cause_id = b.id::text AND r.outcome = 'expired'))`,
  },
  {
    name: "A booking that is over keeps no more credits used or promised than its cancellation costs, and is charged no usage.",
    sql: `SELECT b.id, kept.unit, kept.quantity FROM bookings b JOIN ${sums(`${TAKEN} UNION ALL ${STILL_OWED}`)} kept ON kept.cause_id = b.id::text
          WHERE b.status NOT IN ${ACTIVE} AND kept.quantity > coalesce((SELECT sum((fee->>'quantity')::bigint)
            FROM jsonb_array_elements(b.cancellation_fee_credits) fee WHERE fee->>'unit' = kept.unit), 0)`,
  },
  {
    // Bookings of before the ledger have no charge; one that took credits is not of those.
    name: "A booking is charged the total of its quote, with the quote.",
    sql: `SELECT b.id, q.total_minor, c.amount_minor FROM bookings b JOIN quotes q ON q.id = b.quote_id
          LEFT JOIN charges c ON c.organization_id = b.organization_id AND c.idempotency_key = 'booking:' || b.id || ':' || b.quote_id || ':charge'
          WHERE b.status IN ('pending_approval', 'confirmed') AND coalesce(c.amount_minor, 0) <> q.total_minor
            AND (c.id IS NOT NULL OR q.lines @> '[{"kind": "credit"}]')`,
  },
];
