-- The front desk's wall calendar wants one feed for a whole location, not one for each room. A feed is a person's, a
-- resource's or a location's: never two of them at once.
ALTER TYPE feed_kind ADD VALUE 'location';
ALTER TABLE calendar_feeds ADD COLUMN location_id UUID;
ALTER TABLE calendar_feeds ADD CONSTRAINT calendar_feeds_organization_id_location_id_fkey
  FOREIGN KEY (organization_id, location_id) REFERENCES locations (organization_id, id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE calendar_feeds ADD CONSTRAINT calendar_feeds_of_one_thing CHECK (num_nonnulls(resource_id, location_id) <= 1);
CREATE INDEX bookings_location_id_starts_at_idx ON bookings (location_id, starts_at);

-- The gate also tells the location now; a function's columns can't be changed in place.
DROP FUNCTION feed_by_token(bytea);
CREATE FUNCTION feed_by_token(p_token_hash bytea)
RETURNS TABLE (feed_id uuid, organization_id uuid, kind feed_kind, person_id uuid, resource_id uuid, location_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT f.id, f.organization_id, f.kind, f.person_id, f.resource_id, f.location_id FROM calendar_feeds f
  JOIN people p ON p.id = f.person_id AND p.status <> 'suspended'
  WHERE f.token_hash = p_token_hash AND f.revoked_at IS NULL
$$;
REVOKE EXECUTE ON FUNCTION feed_by_token FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feed_by_token TO working_social_app;
