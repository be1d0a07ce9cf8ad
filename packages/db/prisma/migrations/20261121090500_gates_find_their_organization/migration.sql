-- Before a gate has decided whose data may be touched, row-level security shows nothing. These functions answer just the
-- gate's own question, with the rights of their owner, for one secret that the caller already holds.

-- Whose session is this token, and who is that user in the organization asked for (or in the only or first one)?
CREATE FUNCTION session_person(p_token text, p_organization uuid, p_now timestamptz)
RETURNS TABLE (session_id text, user_id text, email text, has_second_factor boolean, expires_at timestamptz, session_created_at timestamptz,
  person_id uuid, organization_id uuid, role role, team_id uuid, plan_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.id, u.id, u.email, coalesce(u.two_factor_enabled, false) OR EXISTS (SELECT FROM passkeys k WHERE k.user_id = u.id),
    s.expires_at, s.created_at, p.id, p.organization_id, p.role, p.team_id, coalesce(p.plan_id, t.plan_id)
  FROM sessions s
  JOIN users u ON u.id = s.user_id
  LEFT JOIN people p ON p.user_id = u.id AND p.status = 'active' AND (p_organization IS NULL OR p.organization_id = p_organization)
  LEFT JOIN teams t ON t.id = p.team_id
  WHERE s.token = p_token AND s.expires_at > p_now
  ORDER BY p.created_at, p.id LIMIT 1
$$;

-- Every organization that a signed-in user belongs to, for the switcher.
CREATE FUNCTION memberships_of_user(p_user_id text)
RETURNS TABLE (organization_id uuid, organization_name text, organization_slug text, person_id uuid, role role)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.id, o.name, o.slug, p.id, p.role FROM people p JOIN organizations o ON o.id = p.organization_id
  WHERE p.user_id = p_user_id AND p.status = 'active' ORDER BY o.name
$$;

-- May this address have an account? Only people whom somebody invited or who are members already.
CREATE FUNCTION is_known_email(p_email text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM people WHERE email = lower(p_email) AND status <> 'suspended')
$$;

-- The first sign-in with a verified address makes the invited people of that address this user's.
CREATE FUNCTION link_people_to_user(p_user_id text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE people p SET user_id = u.id, status = 'active' FROM users u
  WHERE u.id = p_user_id AND u.email_verified AND p.email = lower(u.email) AND p.user_id IS NULL AND p.status <> 'suspended'
$$;

CREATE FUNCTION has_organization() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$ SELECT EXISTS (SELECT FROM organizations) $$;

-- Which feed does this secret address open?
CREATE FUNCTION feed_by_token(p_token_hash bytea)
RETURNS TABLE (feed_id uuid, organization_id uuid, kind feed_kind, person_id uuid, resource_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT f.id, f.organization_id, f.kind, f.person_id, f.resource_id FROM calendar_feeds f
  JOIN people p ON p.id = f.person_id AND p.status <> 'suspended'
  WHERE f.token_hash = p_token_hash AND f.revoked_at IS NULL
$$;

-- Holds whose time is over, of every organization: the job that frees them has no organization of its own.
CREATE FUNCTION organizations_with_expired_holds(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT organization_id FROM bookings WHERE status = 'held' AND hold_expires_at <= p_now
$$;

REVOKE EXECUTE ON FUNCTION session_person, memberships_of_user, is_known_email, link_people_to_user, has_organization,
  feed_by_token, organizations_with_expired_holds FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_person, memberships_of_user, has_organization, feed_by_token, organizations_with_expired_holds TO working_social_app;
GRANT EXECUTE ON FUNCTION is_known_email, link_people_to_user TO working_social_sign_in;
