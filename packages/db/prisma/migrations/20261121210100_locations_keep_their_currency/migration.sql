-- Agreed prices say nothing about exchange rates: a location with bookings keeps its currency. The lock waits for every
-- booking that is being written here, since its foreign key holds the row, and the next statement sees it; a booking
-- that comes later waits for us, and then fails bookings_hold_what_they_promise and is tried again.
CREATE FUNCTION keep_currency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM locations WHERE id = NEW.id FOR UPDATE;
  IF EXISTS (SELECT FROM bookings WHERE organization_id = NEW.organization_id AND location_id = NEW.id) THEN
    RAISE EXCEPTION 'violates constraint "locations_keep_their_currency"'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'locations_keep_their_currency';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER locations_keep_their_currency BEFORE UPDATE OF currency ON locations
  FOR EACH ROW WHEN (NEW.currency <> OLD.currency) EXECUTE FUNCTION keep_currency();
