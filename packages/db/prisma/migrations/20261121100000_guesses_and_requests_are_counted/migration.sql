-- Whoever knows a password must not try second factors without end: better-auth counts the failures of an account here,
-- over all of its sign-ins, and locks the second factor for a while.
ALTER TABLE two_factors
  ADD COLUMN failed_verification_count INTEGER DEFAULT 0,
  ADD COLUMN locked_until TIMESTAMPTZ(3);

-- Counters of sign-in attempts and mails, shared by all API processes (rate-limiter-flexible). A schema of its own,
-- because they belong to no organization; unlogged, because a crash may forget them and each attempt writes one.
CREATE SCHEMA limits;
CREATE UNLOGGED TABLE limits.counters (
  key VARCHAR(255) PRIMARY KEY,
  points INTEGER NOT NULL DEFAULT 0,
  expire BIGINT
);
GRANT USAGE ON SCHEMA limits TO working_social_app, working_social_sign_in;
GRANT SELECT, INSERT, UPDATE, DELETE ON limits.counters TO working_social_app, working_social_sign_in;
