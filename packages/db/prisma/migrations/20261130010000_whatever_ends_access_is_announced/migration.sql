-- A stream of live changes outlives the request that opened it, and the process that ends a session need not be the one
-- that serves the stream. So whatever may end somebody's access is announced when it commits: a session that goes (signing
-- out, revoking, a new password) or is cut short, and a person who is suspended, removed or given to another user. The
-- message names the user and nothing more; each process looks at that user's sessions again.
CREATE FUNCTION announce_access() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('access', OLD.user_id);
  RETURN NULL;
END $$;

CREATE TRIGGER sessions_end_announced AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION announce_access();
CREATE TRIGGER sessions_cut_announced AFTER UPDATE ON sessions FOR EACH ROW
  WHEN (NEW.expires_at < OLD.expires_at OR NEW.token <> OLD.token OR NEW.user_id <> OLD.user_id) EXECUTE FUNCTION announce_access();
CREATE TRIGGER people_change_announced AFTER UPDATE ON people FOR EACH ROW
  WHEN (OLD.user_id IS NOT NULL AND (OLD.status, OLD.user_id) IS DISTINCT FROM (NEW.status, NEW.user_id)) EXECUTE FUNCTION announce_access();
CREATE TRIGGER people_end_announced AFTER DELETE ON people FOR EACH ROW
  WHEN (OLD.user_id IS NOT NULL) EXECUTE FUNCTION announce_access();
