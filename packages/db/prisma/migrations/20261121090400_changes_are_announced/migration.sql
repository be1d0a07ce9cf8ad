-- Every open screen of a location learns of a change when it commits, whichever process made it: NOTIFY is part of the
-- transaction. The message names the place and the time, never a person; readers fetch what they may see.
CREATE FUNCTION announce_booking() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE b bookings := NEW;
BEGIN
  PERFORM pg_notify('bookings', json_build_object(
    'organizationId', b.organization_id, 'locationId', b.location_id, 'resourceId', b.resource_id,
    'startsAt', b.starts_at, 'endsAt', b.ends_at)::text);
  IF TG_OP = 'UPDATE' AND (OLD.starts_at, OLD.ends_at, OLD.resource_id) IS DISTINCT FROM (NEW.starts_at, NEW.ends_at, NEW.resource_id) THEN
    PERFORM pg_notify('bookings', json_build_object(
      'organizationId', OLD.organization_id, 'locationId', OLD.location_id, 'resourceId', OLD.resource_id,
      'startsAt', OLD.starts_at, 'endsAt', OLD.ends_at)::text);
  END IF;
  RETURN NULL;
END $$;
-- A bulk import sets app.quiet, since nobody watches the past.
CREATE TRIGGER bookings_announced AFTER INSERT OR UPDATE ON bookings FOR EACH ROW
  WHEN (current_setting('app.quiet', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION announce_booking();
