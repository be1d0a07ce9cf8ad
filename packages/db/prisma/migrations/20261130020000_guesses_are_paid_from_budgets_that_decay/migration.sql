-- A window that begins anew gives a guesser all of its tries again, for ever: counters are budgets now, which come back evenly
-- and have a share for the day and the month (packages/kernel/src/budget.ts holds the rule; the numbers stand with those who
-- count). Logged, since what escalates over days must outlive a crash. Of no organization: a stranger belongs to none. Keys are
-- hashes. limits.counters stays for servers of the version before, which may run beside new ones during an upgrade.
CREATE TABLE limits.budgets (
  key TEXT PRIMARY KEY,
  used DOUBLE PRECISION[] NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  empty_at TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX budgets_empty_at ON limits.budgets (empty_at);

-- Wrong passwords in a row, for an address and where they came from: a hundred of them, from wherever, and the password rests
-- until a code from the mail replaces it (NIST SP 800-63B, 3.2.2). They never decay.
CREATE TABLE limits.wrong_passwords (
  address TEXT NOT NULL,
  origin TEXT NOT NULL,
  count INTEGER NOT NULL CONSTRAINT wrong_passwords_count_up CHECK (count > 0),
  last_at TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY (address, origin)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON limits.budgets TO working_social_app, working_social_sign_in;
GRANT SELECT, INSERT, UPDATE, DELETE ON limits.wrong_passwords TO working_social_sign_in;
