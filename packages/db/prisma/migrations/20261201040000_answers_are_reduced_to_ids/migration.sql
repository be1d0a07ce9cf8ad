-- The stored answer to a request shows what a person saw: a title, a name. It is kept for as long as a client may still ask again,
-- and then reduced to the id of what was made or changed. The key stays for ever, so that nothing is done twice.
ALTER TABLE idempotency_keys ADD COLUMN reduced_at TIMESTAMPTZ(3);
CREATE INDEX idempotency_keys_whole_answers_idx ON idempotency_keys (created_at) WHERE reduced_at IS NULL;

CREATE FUNCTION reduced_answer(answer JSONB) RETURNS JSONB
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN jsonb_typeof(answer) = 'object' AND answer ? 'id' THEN jsonb_build_object('id', answer->'id') ELSE '{}' END
$$;

-- An answer is still given once. All that may happen to it is to be reduced, once, and nothing else with it.
CREATE OR REPLACE FUNCTION refuse_second_answer() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.reduced_at IS NULL AND NEW.reduced_at IS NOT NULL AND NEW.response = reduced_answer(OLD.response)
    AND (to_jsonb(NEW) - '{response,reduced_at}'::text[]) = (to_jsonb(OLD) - '{response,reduced_at}'::text[]) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The answer to an idempotency key is given once.' USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- Housekeeping has no organization of its own; the age is said here and by this clock, so that no caller can reduce anything
-- younger. A portion at a time: whoever calls comes again.
CREATE FUNCTION reduce_old_answers() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE idempotency_keys SET response = reduced_answer(response), reduced_at = now()
  WHERE (organization_id, actor_kind, actor_id, key) IN (
    SELECT organization_id, actor_kind, actor_id, key FROM idempotency_keys
    WHERE reduced_at IS NULL AND created_at < now() - interval '31 days' ORDER BY created_at LIMIT 10000)
$$;
REVOKE EXECUTE ON FUNCTION reduce_old_answers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reduce_old_answers TO working_social_app;
