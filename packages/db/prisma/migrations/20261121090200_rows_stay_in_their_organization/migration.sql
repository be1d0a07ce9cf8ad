-- Organizations are isolated by the database itself, not by remembering a WHERE. The API runs as
-- working_social_app, which owns nothing and can't bypass row-level security; app.organization_id says whose rows it
-- may see, and without it there are none. Sign-in (users, sessions, passwords) belongs to a role of its own, so that no
-- business query can read a password hash or a session token. Both are roles to switch to, not to log in with.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'working_social_app') THEN CREATE ROLE working_social_app NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'working_social_sign_in') THEN CREATE ROLE working_social_sign_in NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server made them just now
END $$;
GRANT working_social_app, working_social_sign_in TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO working_social_app, working_social_sign_in;
GRANT SELECT, INSERT, UPDATE, DELETE ON users, sessions, accounts, verifications, passkeys, two_factors TO working_social_sign_in;

-- The setting stands in a subquery, so that it is read and converted once for a statement and not once for each row.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'organization_id' ORDER BY 1
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO working_social_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY own_organization ON %I TO working_social_app
      USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid))$policy$, t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON organizations TO working_social_app;
ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON organizations TO working_social_app
  USING (id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid));
