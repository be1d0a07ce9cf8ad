-- claims_never_overlap protects a booking that holds its units. A fault of ours could still leave a booking that holds
-- none, half of a hall, too short a time, or somebody else's price: then two people own one room, and no constraint
-- speaks up. So each transaction of the app proves at its commit that the bookings it wrote are sound. Deferred, since a
-- move lets go of the old units before it takes the new ones. The owner is let past: restores and bulk loads write
-- tables one after another, and check:invariants asks the same of the whole database afterwards.
-- Its owner's rights spare it the row-level security of six tables, for one booking that the app has just written.
CREATE FUNCTION require_sound_booking() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
    FROM claims c WHERE c.booking_id = b.id AND c.released_at IS NULL) claimed
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

CREATE CONSTRAINT TRIGGER bookings_hold_what_they_promise AFTER INSERT OR UPDATE ON bookings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_user = 'working_social_app') EXECUTE FUNCTION require_sound_booking();
CREATE CONSTRAINT TRIGGER claims_hold_what_is_promised AFTER INSERT OR UPDATE ON claims
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_user = 'working_social_app') EXECUTE FUNCTION require_sound_booking();

-- A claim is taken and given back; which unit and which time it was about stays as it was. A booking stays itself:
-- whose it is, in which organization, and since when.
REVOKE UPDATE ON claims, bookings FROM working_social_app;
GRANT UPDATE (released_at) ON claims TO working_social_app;
GRANT UPDATE (location_id, resource_id, status, starts_at, ends_at, title, is_title_public, hold_expires_at, sequence, quote_id,
  cancelled_at, cancellation_fee_minor, reason, changed_at) ON bookings TO working_social_app;
