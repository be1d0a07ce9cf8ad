-- The copier is the second user of the credits: what a device reports becomes a job with an owner, a count and a price. A
-- job is not its number (CUPS counts from 1 again when its spool is cleared), so a device says everything under a key of
-- its own, and the unique keys below are what makes a report that comes twice, or twice at once, count once.

CREATE TYPE "print_colour" AS ENUM ('mono', 'colour');
CREATE TYPE "print_job_status" AS ENUM ('held', 'released', 'settled', 'cancelled', 'expired', 'unassigned', 'unpriced', 'uncounted', 'house');
CREATE TYPE "print_identity_kind" AS ENUM ('user_name', 'email', 'pin', 'code');
CREATE TABLE "print_devices" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "default_colour" "print_colour" NOT NULL,
    "default_paper_size" TEXT NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3),
    "wrong_codes" INTEGER NOT NULL DEFAULT 0,
    "codes_locked_until" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "print_devices_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "print_prices" (
    "organization_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "colour" "print_colour" NOT NULL,
    "paper_size" TEXT NOT NULL,
    "is_duplex" BOOLEAN NOT NULL,
    "price_minor" BIGINT NOT NULL,
    "credits_per_side" INTEGER NOT NULL,

    CONSTRAINT "print_prices_pkey" PRIMARY KEY ("location_id","colour","paper_size","is_duplex")
);
CREATE TABLE "print_identities" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID,
    "kind" "print_identity_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "print_identities_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "print_jobs" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "submit_key" TEXT,
    "print_key" TEXT,
    "printer" TEXT NOT NULL,
    "external_id" TEXT,
    "reported_user" TEXT NOT NULL,
    "user_key" TEXT NOT NULL,
    "person_id" UUID,
    "title" TEXT,
    "colour" "print_colour" NOT NULL,
    "paper_size" TEXT NOT NULL,
    "is_duplex" BOOLEAN NOT NULL,
    "copies" INTEGER NOT NULL,
    "estimated_sides" INTEGER,
    "counted_sides" INTEGER,
    "status" "print_job_status" NOT NULL,
    "hold_id" UUID,
    "held_credits" BIGINT NOT NULL DEFAULT 0,
    "price_minor" BIGINT,
    "currency" CHAR(3) NOT NULL,
    "credits_used" BIGINT NOT NULL DEFAULT 0,
    "money_minor" BIGINT NOT NULL DEFAULT 0,
    "printed_at" TIMESTAMPTZ(3),
    "is_clock_ahead" BOOLEAN NOT NULL DEFAULT false,
    "released_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "refunded_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "print_jobs_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "print_log_problems" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "problem_key" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "print_log_problems_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "print_devices_token_hash_key" ON "print_devices"("token_hash");
CREATE UNIQUE INDEX "print_devices_organization_id_id_key" ON "print_devices"("organization_id", "id");
CREATE UNIQUE INDEX "print_devices_organization_id_location_id_name_key" ON "print_devices"("organization_id", "location_id", "name");
CREATE INDEX "print_identities_organization_id_person_id_idx" ON "print_identities"("organization_id", "person_id");
CREATE UNIQUE INDEX "print_identities_organization_id_kind_value_key" ON "print_identities"("organization_id", "kind", "value");
CREATE INDEX "print_jobs_organization_id_person_id_created_at_idx" ON "print_jobs"("organization_id", "person_id", "created_at");
CREATE INDEX "print_jobs_organization_id_user_key_idx" ON "print_jobs"("organization_id", "user_key");
CREATE UNIQUE INDEX "print_jobs_organization_id_id_key" ON "print_jobs"("organization_id", "id");
CREATE UNIQUE INDEX "print_jobs_device_id_submit_key_key" ON "print_jobs"("device_id", "submit_key");
CREATE UNIQUE INDEX "print_jobs_device_id_print_key_key" ON "print_jobs"("device_id", "print_key");
CREATE INDEX "print_log_problems_organization_id_created_at_idx" ON "print_log_problems"("organization_id", "created_at");
CREATE UNIQUE INDEX "print_log_problems_device_id_problem_key_key" ON "print_log_problems"("device_id", "problem_key");
ALTER TABLE "print_devices" ADD CONSTRAINT "print_devices_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "print_prices" ADD CONSTRAINT "print_prices_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "print_identities" ADD CONSTRAINT "print_identities_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "print_jobs" ADD CONSTRAINT "print_jobs_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "print_jobs" ADD CONSTRAINT "print_jobs_organization_id_device_id_fkey" FOREIGN KEY ("organization_id", "device_id") REFERENCES "print_devices"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "print_jobs" ADD CONSTRAINT "print_jobs_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "print_log_problems" ADD CONSTRAINT "print_log_problems_organization_id_device_id_fkey" FOREIGN KEY ("organization_id", "device_id") REFERENCES "print_devices"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma can't model.
ALTER TABLE print_prices ADD CONSTRAINT print_prices_not_negative CHECK (price_minor >= 0 AND credits_per_side BETWEEN 0 AND 100);
ALTER TABLE print_identities
  -- Only names and addresses can stand for the space itself, and only a code runs out.
  ADD CONSTRAINT print_identities_of_somebody CHECK (person_id IS NOT NULL OR kind IN ('user_name', 'email')),
  ADD CONSTRAINT print_identities_codes_expire CHECK ((kind = 'code') = (expires_at IS NOT NULL));
-- Somebody's PIN is the newest one.
CREATE UNIQUE INDEX print_identities_one_pin ON print_identities (organization_id, person_id) WHERE kind = 'pin';
ALTER TABLE print_jobs
  ADD CONSTRAINT print_jobs_have_a_key CHECK (submit_key IS NOT NULL OR print_key IS NOT NULL),
  ADD CONSTRAINT print_jobs_count_up CHECK (
    estimated_sides BETWEEN 0 AND 100000 AND counted_sides BETWEEN 0 AND 100000 AND copies BETWEEN 1 AND 9999
    AND price_minor >= 0 AND held_credits >= 0 AND credits_used >= 0 AND money_minor >= 0),
  ADD CONSTRAINT print_jobs_are_what_they_say CHECK (CASE status
    WHEN 'held' THEN person_id IS NOT NULL AND expires_at IS NOT NULL
    WHEN 'released' THEN person_id IS NOT NULL AND expires_at IS NOT NULL AND released_at IS NOT NULL
    WHEN 'settled' THEN person_id IS NOT NULL AND price_minor IS NOT NULL AND counted_sides IS NOT NULL AND settled_at IS NOT NULL AND hold_id IS NULL
    WHEN 'unassigned' THEN person_id IS NULL AND hold_id IS NULL
    WHEN 'house' THEN person_id IS NULL AND credits_used = 0 AND money_minor = 0
    ELSE hold_id IS NULL END);
CREATE INDEX print_jobs_waiting ON print_jobs (expires_at) WHERE status IN ('held', 'released');
CREATE INDEX print_jobs_exceptions ON print_jobs (organization_id, status) WHERE status IN ('unassigned', 'unpriced', 'uncounted');

-- What was printed stays printed: counts rise, and nobody forgets a job or a line.
CREATE FUNCTION refuse_lower_print_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A print job has printed more than that already.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER print_jobs_only_rise BEFORE UPDATE ON print_jobs
  FOR EACH ROW WHEN (NEW.counted_sides IS DISTINCT FROM OLD.counted_sides AND OLD.counted_sides IS NOT NULL AND (NEW.counted_sides IS NULL OR NEW.counted_sides < OLD.counted_sides))
  EXECUTE FUNCTION refuse_lower_print_count();

-- Whose device is this token? The gate's own question, before anybody knows whose data may be touched.
CREATE FUNCTION print_device_by_token(p_token_hash bytea)
RETURNS TABLE (device_id uuid, organization_id uuid, location_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id, organization_id, location_id FROM print_devices WHERE token_hash = p_token_hash AND revoked_at IS NULL
$$;

-- Jobs whose time is over, of every organization: the worker that ends them has no organization of its own.
CREATE FUNCTION organizations_with_expired_print_jobs(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT organization_id FROM print_jobs WHERE status IN ('held', 'released') AND expires_at <= p_now
$$;
REVOKE EXECUTE ON FUNCTION print_device_by_token, organizations_with_expired_print_jobs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION print_device_by_token, organizations_with_expired_print_jobs TO working_social_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['print_devices', 'print_prices', 'print_identities', 'print_jobs', 'print_log_problems'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO working_social_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY own_organization ON %I TO working_social_app
      USING (organization_id = NULLIF(current_setting('app.organization_id', true), '')::uuid)$policy$, t);
  END LOOP;
END $$;
REVOKE DELETE ON print_devices, print_jobs, print_log_problems FROM working_social_app;
