-- A first import fills tables of which the planner knows nothing yet. It then proved each booking by walking the whole index of
-- active claims (claims_active_by_unit holds booking_id too), or the whole table, and kept that plan as they grew: the cost
-- of an import rose with the square of its rows. The claims of one booking are found by their booking whatever the planner
-- believes: OFFSET 0 keeps the partial index out of its choice, and no table is read from end to end. What is proved is the same.
CREATE OR REPLACE FUNCTION require_sound_booking() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  written uuid;
  found record;
BEGIN
  IF TG_TABLE_NAME = 'bookings' THEN
    written := NEW.id;
  ELSE
    written := NEW.booking_id;
    -- A booking that this transaction has written too is asked about by its own trigger: once is enough.
    IF EXISTS (SELECT FROM bookings b WHERE b.id = written AND b.xmin = pg_current_xact_id()::xid) THEN RETURN NULL; END IF;
  END IF;
  SELECT b.status IN ('held', 'pending_approval', 'confirmed') AS is_active, claimed.units, claimed.all_cover,
    CASE r.allocation WHEN 'one_unit' THEN 1 ELSE (SELECT count(*) FROM resource_units ru WHERE ru.resource_id = b.resource_id) END AS needed,
    b.quote_id IS NULL OR coalesce(q.booking_id = b.id AND q.starts_at = b.starts_at AND q.ends_at = b.ends_at, false) AS is_own_quote,
    q.currency IS NULL OR q.currency = l.currency AS is_own_currency
  INTO STRICT found
  FROM bookings b
  JOIN resources r ON r.id = b.resource_id
  JOIN locations l ON l.id = b.location_id
  LEFT JOIN quotes q ON q.id = b.quote_id
  CROSS JOIN LATERAL (SELECT count(*) AS units, bool_and(c.starts_at <= b.starts_at AND c.ends_at >= b.ends_at) AS all_cover
    FROM (SELECT c.starts_at, c.ends_at, c.released_at FROM claims c WHERE c.booking_id = b.id OFFSET 0) c WHERE c.released_at IS NULL) claimed
  WHERE b.id = written;
  IF NOT found.is_active AND found.units > 0 THEN
    RAISE EXCEPTION 'Booking % is over and still holds units.', written
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'bookings_hold_what_they_promise';
  END IF;
  IF found.is_active AND (found.units <> found.needed OR NOT found.all_cover OR NOT found.is_own_quote) THEN
    RAISE EXCEPTION 'Booking % does not hold its units for its time at its own price.', written
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'bookings_hold_what_they_promise';
  END IF;
  -- The location got another currency after the price was made and before the booking was written. Asked again, the
  -- price comes out in the new one: that is what this code makes the app do.
  IF found.is_active AND NOT found.is_own_currency THEN
    RAISE EXCEPTION 'The currency of the location of booking % has changed meanwhile.', written USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NULL;
END $$;
