/** A statement about the whole database that is true at every moment: its SQL selects the rows that break it. */
export interface Invariant {
  name: string;
  sql: string;
}

const ACTIVE = "('held', 'pending_approval', 'confirmed')";

/** In the order of docs: what is held, what was agreed, whose it is. */
export const INVARIANTS: Invariant[] = [
  {
    name: "No two unreleased claims on one unit overlap.",
    sql: `SELECT unit_id, starts_at, ends_at, next_start FROM (
            SELECT unit_id, starts_at, ends_at, lead(starts_at) OVER (PARTITION BY unit_id ORDER BY starts_at) AS next_start
            FROM claims WHERE released_at IS NULL) c
          WHERE next_start < ends_at`,
  },
  {
    // A unit that left its resource has no resource at all, and nothing ahead of it: it stays for the bookings of its past.
    name: "Each active booking holds units of its resource: all of them, or one of a pool.",
    sql: `SELECT b.id, r.allocation, count(c.id) AS claims FROM bookings b
          JOIN resources r ON r.id = b.resource_id
          LEFT JOIN claims c ON c.booking_id = b.id AND c.released_at IS NULL
            AND (EXISTS (SELECT FROM resource_units ru WHERE ru.resource_id = r.id AND ru.unit_id = c.unit_id)
              OR NOT EXISTS (SELECT FROM resource_units ru WHERE ru.unit_id = c.unit_id))
          WHERE b.status IN ${ACTIVE}
          GROUP BY b.id, r.id
          HAVING count(c.id) <> CASE r.allocation WHEN 'one_unit' THEN 1
            ELSE (SELECT count(*) FROM resource_units ru WHERE ru.resource_id = r.id) END`,
  },
  {
    name: "Each claim covers its booking, with buffers of at most a day.",
    sql: `SELECT c.id, c.starts_at, c.ends_at, b.starts_at AS booking_starts_at, b.ends_at AS booking_ends_at
          FROM claims c JOIN bookings b ON b.id = c.booking_id
          WHERE c.released_at IS NULL AND (c.starts_at > b.starts_at OR c.ends_at < b.ends_at
            OR c.starts_at < b.starts_at - interval '24 hours' OR c.ends_at > b.ends_at + interval '24 hours')`,
  },
  {
    name: "A booking that is over holds nothing.",
    sql: `SELECT b.id, b.status FROM bookings b JOIN claims c ON c.booking_id = b.id
          WHERE b.status NOT IN ${ACTIVE} AND c.released_at IS NULL`,
  },
  {
    name: "A booking's quote is its own, for its own time, in its location's currency.",
    sql: `SELECT b.id FROM bookings b JOIN locations l ON l.id = b.location_id LEFT JOIN quotes q ON q.id = b.quote_id
          WHERE b.quote_id IS NOT NULL AND (q.booking_id IS DISTINCT FROM b.id OR q.currency <> l.currency
            OR (b.status IN ${ACTIVE} AND (q.starts_at, q.ends_at) IS DISTINCT FROM (b.starts_at, b.ends_at)))`,
  },
  {
    name: "The lines of each quote sum to its total; an inclusive tax is inside the others.",
    sql: `SELECT q.id, q.total_minor, s.total FROM quotes q CROSS JOIN LATERAL (
            SELECT coalesce(sum((line->>'amountMinor')::bigint) FILTER (
              WHERE NOT (line->>'kind' = 'tax' AND (line->>'inclusive')::boolean)), 0) AS total
            FROM jsonb_array_elements(q.lines) line) s
          WHERE s.total <> q.total_minor`,
  },
  {
    // The import may block what double bookings leave: bookings of nobody, of which their house's rows tell.
    name: "A booking made here has a quote and an audit entry; an imported one has its source row, or blocks time for nobody.",
    sql: `SELECT b.id FROM bookings b
          WHERE NOT EXISTS (SELECT FROM imported_rows i WHERE i.booking_id = b.id)
            AND NOT (b.person_id IS NULL AND b.quote_id IS NULL AND EXISTS (SELECT FROM imported_rows i
              WHERE i.organization_id = b.organization_id AND i.location_id = b.location_id AND i.outcome = 'double_booking'))
            AND (b.quote_id IS NULL OR NOT EXISTS (SELECT FROM events a WHERE a.subject_id = b.id AND a.organization_id = b.organization_id))`,
  },
  {
    name: "Every answered idempotency key still names a booking that is there.",
    sql: `SELECT k.key, k.response->>'id' AS booking_id FROM idempotency_keys k
          WHERE k.procedure LIKE 'bookings.%' AND k.response <> 'null'::jsonb
            AND NOT EXISTS (SELECT FROM bookings b WHERE b.organization_id = k.organization_id AND b.id = (k.response->>'id')::uuid)`,
  },
  {
    // Agreed was also the price of credits that a later period was to give, should it not give them.
    name: "Cancelled bookings cost at most what was agreed.",
    sql: `SELECT b.id, b.cancellation_fee_minor, q.total_minor FROM bookings b JOIN quotes q ON q.id = b.quote_id
          WHERE b.cancellation_fee_minor > q.total_minor + (SELECT coalesce(sum(s.price_minor), 0) FROM credit_schedules s
            WHERE s.organization_id = b.organization_id AND s.cause_type = 'booking' AND s.cause_id = b.id::text AND s.outcome = 'settled')`,
  },
  {
    name: "An organization with people has an owner who can sign in.",
    sql: `SELECT organization_id FROM people GROUP BY 1
          HAVING count(*) FILTER (WHERE role = 'owner' AND status <> 'suspended') = 0`,
  },
];

/** Foreign keys that name a row without its organization: each must still lead to a row of the same one. */
export const FOREIGN_REFERENCES = `
  SELECT con.conrelid::regclass::text AS child, a.attname AS child_column, con.confrelid::regclass::text AS parent, fa.attname AS parent_column
  FROM pg_constraint con
  CROSS JOIN LATERAL unnest(con.conkey, con.confkey) AS k(child_key, parent_key)
  JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.child_key
  JOIN pg_attribute fa ON fa.attrelid = con.confrelid AND fa.attnum = k.parent_key
  WHERE con.contype = 'f' AND con.connamespace = 'public'::regnamespace AND fa.attname = 'id'
    AND EXISTS (SELECT FROM pg_attribute o WHERE o.attrelid = con.conrelid AND o.attname = 'organization_id')
    AND EXISTS (SELECT FROM pg_attribute o WHERE o.attrelid = con.confrelid AND o.attname = 'organization_id')
  ORDER BY 1, 2`;
