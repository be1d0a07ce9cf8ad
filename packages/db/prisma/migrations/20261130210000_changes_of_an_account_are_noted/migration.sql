-- A way into an account is changed by the library that signs people in, in transactions of its own: the mail that tells the owner
-- was queued after them, and lost for good by a crash in between. The database itself notes the change, in the transaction that
-- makes it, and what is noted becomes an event of the organization afterwards.
CREATE TABLE "account_changes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_changes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "account_changes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "account_changes_user_id_idx" ON "account_changes"("user_id");
CREATE INDEX account_changes_untold_idx ON account_changes (at) WHERE told_at IS NULL;
-- Read and written by the functions below alone.
ALTER TABLE account_changes ENABLE ROW LEVEL SECURITY;

-- A user who is removed takes factors along: that is nothing to tell. A new user's first password is none that changed.
CREATE FUNCTION note_account_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO account_changes (user_id, change)
    SELECT u.id, TG_ARGV[0] FROM users u
    WHERE u.id = CASE WHEN TG_TABLE_NAME = 'users' THEN to_jsonb(NEW) ->> 'id' WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ->> 'user_id' ELSE to_jsonb(NEW) ->> 'user_id' END
      AND (TG_TABLE_NAME <> 'accounts' OR TG_OP <> 'INSERT' OR u.created_at < (to_jsonb(NEW) ->> 'created_at')::timestamptz);
  RETURN NULL;
END $$;
CREATE TRIGGER passkeys_added_noted AFTER INSERT ON passkeys FOR EACH ROW EXECUTE FUNCTION note_account_change('passkey_added');
CREATE TRIGGER passkeys_removed_noted AFTER DELETE ON passkeys FOR EACH ROW EXECUTE FUNCTION note_account_change('passkey_removed');
CREATE TRIGGER factors_added_noted AFTER UPDATE ON users FOR EACH ROW
  WHEN (NEW.two_factor_enabled AND OLD.two_factor_enabled IS NOT TRUE) EXECUTE FUNCTION note_account_change('factor_added');
CREATE TRIGGER factors_removed_noted AFTER UPDATE ON users FOR EACH ROW
  WHEN (OLD.two_factor_enabled AND NEW.two_factor_enabled IS NOT TRUE) EXECUTE FUNCTION note_account_change('factor_removed');
CREATE TRIGGER passwords_set_noted AFTER INSERT ON accounts FOR EACH ROW
  WHEN (NEW.password IS NOT NULL) EXECUTE FUNCTION note_account_change('password_changed');
CREATE TRIGGER passwords_changed_noted AFTER UPDATE ON accounts FOR EACH ROW
  WHEN (NEW.password IS NOT NULL AND NEW.password IS DISTINCT FROM OLD.password) EXECUTE FUNCTION note_account_change('password_changed');

-- So many wrong ones, counted beside the library's tables, that the password rests.
CREATE FUNCTION note_resting_password(p_address text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO account_changes (user_id, change) SELECT id, 'password_rests' FROM users WHERE email = p_address
$$;

-- What nobody has been told of, and the first organization of the account; null: it belongs to none at present.
CREATE FUNCTION untold_account_changes() RETURNS TABLE (id uuid, organization_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, m.organization_id, m.person_id FROM account_changes c
  LEFT JOIN LATERAL (SELECT * FROM memberships_of_user(c.user_id) LIMIT 1) m ON true WHERE c.told_at IS NULL ORDER BY c.at, c.id
$$;

-- Whoever tells it first; no row for everybody else, who waits for the first to commit.
CREATE FUNCTION tell_account_change(p_id uuid) RETURNS TABLE (change text, at timestamptz, name text, email text)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE account_changes c SET told_at = now() FROM users u WHERE c.id = p_id AND c.told_at IS NULL AND u.id = c.user_id
  RETURNING c.change, c.at, u.name, u.email
$$;
REVOKE EXECUTE ON FUNCTION note_account_change, note_resting_password, untold_account_changes, tell_account_change FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_resting_password TO working_social_sign_in;
GRANT EXECUTE ON FUNCTION untold_account_changes, tell_account_change TO working_social_app;
