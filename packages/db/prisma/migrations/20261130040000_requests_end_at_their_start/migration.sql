-- A request for approval that nobody answers ends by itself when its time begins: until now it kept its credits and its
-- charge for ever. Since when a booking waits is written down by the database, whichever command made it wait, and anew when
-- a change makes it wait again; it stays when the waiting is over, and tells a request that ended from a hold that did.
ALTER TABLE "bookings" ADD COLUMN "requested_at" TIMESTAMPTZ(3);
-- The last reminder that the front desk got, by how many hours before the start it was due.
ALTER TABLE "bookings" ADD COLUMN "reminded_hours_before" INTEGER;
-- How many hours before the start of a request the front desk is reminded of it: some, or none.
ALTER TABLE "locations" ADD COLUMN "approval_reminder_hours" INTEGER[] DEFAULT ARRAY[24, 2]::INTEGER[];

CREATE FUNCTION note_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.requested_at := NEW.changed_at;
  NEW.reminded_hours_before := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER bookings_know_since_when_they_wait BEFORE INSERT ON bookings
  FOR EACH ROW WHEN (NEW.status = 'pending_approval') EXECUTE FUNCTION note_request();
-- Another slot is another request: who has been reminded of the earlier one has not been of this.
CREATE TRIGGER bookings_know_since_when_they_wait_again BEFORE UPDATE ON bookings
  FOR EACH ROW WHEN (NEW.status = 'pending_approval' AND (OLD.status <> 'pending_approval' OR OLD.starts_at <> NEW.starts_at))
  EXECUTE FUNCTION note_request();

UPDATE bookings SET requested_at = changed_at WHERE status = 'pending_approval';
ALTER TABLE locations ADD CONSTRAINT locations_reminders_are_hours
  CHECK (approval_reminder_hours IS NOT NULL AND cardinality(approval_reminder_hours) <= 5 AND 1 <= ALL (approval_reminder_hours) AND 168 >= ALL (approval_reminder_hours));
ALTER TABLE bookings ADD CONSTRAINT bookings_waiting_were_requested CHECK (status <> 'pending_approval' OR requested_at IS NOT NULL);
CREATE INDEX bookings_waiting_by_start ON bookings (starts_at) WHERE status = 'pending_approval';

GRANT UPDATE (reminded_hours_before) ON bookings TO working_social_app;

-- For the job, which belongs to no organization: where something waits that begins within the longest reminder.
CREATE FUNCTION organizations_with_waiting_requests(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT organization_id FROM bookings WHERE status = 'pending_approval' AND starts_at <= p_now + interval '168 hours'
$$;
REVOKE EXECUTE ON FUNCTION organizations_with_waiting_requests FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_waiting_requests TO working_social_app;
