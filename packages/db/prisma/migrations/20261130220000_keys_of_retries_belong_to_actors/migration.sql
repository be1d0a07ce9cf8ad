-- A key of an intention belongs to whoever retries: a person as before, and now also a device, an API key, a job. Whose it is, is the
-- actor's kind and id. Every key so far is a person's, since nobody else's was kept: the id stays the same, now as text.
ALTER TABLE idempotency_keys DROP CONSTRAINT idempotency_keys_pkey;
ALTER TABLE idempotency_keys RENAME COLUMN person_id TO actor_id;
ALTER TABLE idempotency_keys ALTER COLUMN actor_id TYPE TEXT USING actor_id::text;
ALTER TABLE idempotency_keys ADD COLUMN actor_kind TEXT NOT NULL DEFAULT 'person';
ALTER TABLE idempotency_keys ALTER COLUMN actor_kind DROP DEFAULT;
ALTER TABLE idempotency_keys ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (organization_id, actor_kind, actor_id, key);
