-- A mail that is to go out lay in the tables of jobs, which row-level security does not reach: whoever could read them
-- read the mails of every organization. It waits in a table of its own, isolated like every other, and the job holds
-- nothing but its id.
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "message" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "mails_created_at_idx" ON "mails"("created_at");

GRANT SELECT, INSERT, DELETE ON mails TO working_social_app;
ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON mails TO working_social_app
  USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid));

-- One that could not be sent is kept as long as its job is, for a person to look at. Housekeeping has no organization of
-- its own; the age is said here and by this clock, so that no caller can forget anything younger.
CREATE FUNCTION forget_old_mails() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM mails WHERE created_at < now() - interval '31 days'
$$;
REVOKE EXECUTE ON FUNCTION forget_old_mails FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_old_mails TO working_social_app;

-- Jobs of an earlier version: whose mail was sent or given up goes; what still waits goes out as it is. (An empty database
-- has no jobs yet: their tables are made after the migrations.)
DO $$ BEGIN
  IF to_regclass('jobs.job') IS NOT NULL THEN
    DELETE FROM jobs.job WHERE name = 'mail.send' AND state IN ('completed', 'cancelled', 'failed');
    DELETE FROM jobs.job WHERE name = 'mail.send.failed';
  END IF;
END $$;
