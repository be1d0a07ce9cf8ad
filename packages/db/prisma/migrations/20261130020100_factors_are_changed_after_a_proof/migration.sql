-- Whoever finds an open session must not be able to add a passkey of their own to it: a session knows when whoever holds it
-- last showed that it is they, and changing a factor asks for a proof of the last five minutes. Sessions of before have none.
ALTER TABLE sessions ADD COLUMN proven_at TIMESTAMPTZ(3);

-- A code of the authenticator app was good for as many sessions as fit in its ninety seconds: the last accepted time step is
-- kept, and claimed by an UPDATE that only a later one passes (RFC 6238, 5.2).
ALTER TABLE two_factors ADD COLUMN last_step BIGINT;

-- Devices could be trusted to skip the second factor for a month. They are not any more.
DELETE FROM verifications WHERE identifier LIKE 'trust-device-%';
