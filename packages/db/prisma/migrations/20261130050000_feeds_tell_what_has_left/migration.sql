-- A booking that moves to another room is not in the feed of the first room any more. A calendar program that merely
-- misses an event may keep its copy for ever, so that the room looks taken: RFC 5546 (section 3.2.5) tells it by the same
-- event, cancelled, with a raised SEQUENCE. What has left is written down here, by the database itself, whatever moved it.
CREATE TABLE "booking_departures" (
    "organization_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "sequence" INTEGER NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "booking_departures_pkey" PRIMARY KEY ("booking_id", "resource_id")
);
CREATE INDEX "booking_departures_resource_id_starts_at_idx" ON "booking_departures"("resource_id", "starts_at");
CREATE INDEX "booking_departures_location_id_starts_at_idx" ON "booking_departures"("location_id", "starts_at");
ALTER TABLE "booking_departures"
  ADD CONSTRAINT "booking_departures_organization_id_booking_id_fkey" FOREIGN KEY ("organization_id", "booking_id") REFERENCES "bookings"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "booking_departures_organization_id_resource_id_fkey" FOREIGN KEY ("organization_id", "resource_id") REFERENCES "resources"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "booking_departures_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma can't model.
GRANT SELECT, INSERT, UPDATE ON booking_departures TO working_social_app;
ALTER TABLE booking_departures ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON booking_departures TO working_social_app
  USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid));

-- With the rights of whoever moves it. One that comes back and leaves again has left at the later time.
CREATE FUNCTION remember_departure() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO booking_departures (organization_id, booking_id, resource_id, location_id, starts_at, ends_at, sequence, left_at)
  VALUES (OLD.organization_id, OLD.id, OLD.resource_id, OLD.location_id, OLD.starts_at, OLD.ends_at, NEW.sequence, NEW.changed_at)
  ON CONFLICT (booking_id, resource_id) DO UPDATE SET location_id = excluded.location_id, starts_at = excluded.starts_at,
    ends_at = excluded.ends_at, sequence = excluded.sequence, left_at = excluded.left_at;
  RETURN NULL;
END $$;
CREATE TRIGGER bookings_leave_a_trace AFTER UPDATE OF resource_id ON bookings
  FOR EACH ROW WHEN (OLD.resource_id <> NEW.resource_id) EXECUTE FUNCTION remember_departure();

-- Moves of before, as far as the audit trail knows them.
INSERT INTO booking_departures (organization_id, booking_id, resource_id, location_id, starts_at, ends_at, sequence, left_at)
SELECT DISTINCT ON (b.id, r.id) b.organization_id, b.id, r.id, r.location_id, (e.data -> 'from' ->> 'startsAt')::timestamptz,
  (e.data -> 'from' ->> 'endsAt')::timestamptz, b.sequence, e.at
FROM audit_events e
JOIN bookings b ON b.organization_id = e.organization_id AND b.id = e.subject_id
JOIN resources r ON r.organization_id = e.organization_id AND r.id::text = e.data -> 'from' ->> 'resourceId'
WHERE e.action = 'booking.change' AND e.data -> 'from' ->> 'resourceId' <> e.data -> 'to' ->> 'resourceId'
ORDER BY b.id, r.id, e.at DESC;
