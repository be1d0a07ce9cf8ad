-- Whoever has a screen open learns that their credits moved or their document printed when it commits, as of bookings: at the
-- copier, at the desk, by a colleague of the team. The message names an owner to the server alone, which tells nobody else.
CREATE FUNCTION announce_credits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('credits', concat(NEW.organization_id, ' ', NEW.owner_id));
  RETURN NULL;
END $$;
CREATE TRIGGER credit_balances_announced AFTER UPDATE ON credit_balances FOR EACH ROW EXECUTE FUNCTION announce_credits();

-- What money alone pays for moves no credits.
CREATE FUNCTION announce_print() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('credits', concat(NEW.organization_id, ' ', NEW.person_id));
  RETURN NULL;
END $$;
CREATE TRIGGER print_jobs_announced AFTER INSERT OR UPDATE ON print_jobs FOR EACH ROW
  WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION announce_print();
