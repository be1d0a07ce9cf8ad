-- What was written once stays as it was: nobody edits the audit trail, an agreed price, or the answer to a repeated
-- request; a booking is never erased by the app, only ended.
REVOKE UPDATE, DELETE ON audit_events, quotes FROM working_social_app;
REVOKE DELETE ON bookings, claims, idempotency_keys, imported_rows FROM working_social_app;

-- An idempotency key is inserted before the work, so that a repetition in the same moment waits for the first, and
-- receives its answer in the same transaction. After that it never changes.
CREATE FUNCTION refuse_second_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The answer to this key is already recorded.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER idempotency_keys_answer_once BEFORE UPDATE ON idempotency_keys
  FOR EACH ROW WHEN (OLD.response <> 'null'::jsonb) EXECUTE FUNCTION refuse_second_answer();
