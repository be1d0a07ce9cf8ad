-- A feed of a resource or a location is for staff. Who is no longer staff keeps the address, so the gate needs to know
-- the role that its owner has today, and not only the one they had when they made it.
DROP FUNCTION feed_by_token(bytea);
CREATE FUNCTION feed_by_token(p_token_hash bytea)
RETURNS TABLE (feed_id uuid, organization_id uuid, kind feed_kind, person_id uuid, person_role role, resource_id uuid, location_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT f.id, f.organization_id, f.kind, f.person_id, p.role, f.resource_id, f.location_id FROM calendar_feeds f
  JOIN people p ON p.id = f.person_id AND p.status <> 'suspended'
  WHERE f.token_hash = p_token_hash AND f.revoked_at IS NULL
$$;
REVOKE EXECUTE ON FUNCTION feed_by_token FROM PUBLIC;
GRANT EXECUTE ON FUNCTION feed_by_token TO working_social_app;
