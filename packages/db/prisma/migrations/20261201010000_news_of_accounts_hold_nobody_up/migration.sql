-- What there is to tell comes with whom to tell it, so that the mail of an account that belongs nowhere is sent without a
-- transaction around it; and after a day of tries nobody is told of what was long ago.
DROP FUNCTION untold_account_changes();
CREATE FUNCTION untold_account_changes()
RETURNS TABLE (id uuid, organization_id uuid, person_id uuid, change text, at timestamptz, name text, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, m.organization_id, m.person_id, c.change, c.at, u.name, u.email
  FROM account_changes c JOIN users u ON u.id = c.user_id
  LEFT JOIN LATERAL (SELECT * FROM memberships_of_user(c.user_id) LIMIT 1) m ON true
  WHERE c.told_at IS NULL AND c.at > now() - interval '1 day' ORDER BY c.at, c.id
$$;

-- Kept as long as a mail that could not be sent: what an organization is to know of it is an event there.
CREATE FUNCTION forget_old_account_changes() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM account_changes WHERE at < now() - interval '31 days'
$$;
REVOKE EXECUTE ON FUNCTION untold_account_changes, forget_old_account_changes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION untold_account_changes, forget_old_account_changes TO working_social_app;
