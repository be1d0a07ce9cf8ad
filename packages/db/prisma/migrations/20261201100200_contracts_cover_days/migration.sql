-- A plan has versions with prices, and a version never changes: who agreed to one keeps it. A contract says who gets what from when to when, and who
-- pays; its lines have terms, each from a day on. Nobody has two memberships on one day: the database refuses the second.
CREATE TYPE "first_month_credits" AS ENUM ('all', 'part');
CREATE TYPE "contract_kind" AS ENUM ('membership', 'letting');
CREATE TYPE "contract_line_kind" AS ENUM ('plan', 'letting', 'item');
CREATE TYPE "contract_charge_kind" AS ENUM ('fee', 'setup_fee', 'deposit');
CREATE TABLE "plan_versions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "interval_months" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "price_mode" "price_mode" NOT NULL,
    "is_per_seat" BOOLEAN NOT NULL DEFAULT false,
    "setup_fee_minor" BIGINT NOT NULL DEFAULT 0,
    "deposit_minor" BIGINT NOT NULL DEFAULT 0,
    "notice_days" INTEGER NOT NULL DEFAULT 0,
    "notice_months" INTEGER NOT NULL DEFAULT 0,
    "minimum_months" INTEGER NOT NULL DEFAULT 0,
    "first_month" "first_month_credits" NOT NULL DEFAULT 'all',
    "access_hours" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_versions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "plan_versions_organization_id_id_key" ON "plan_versions"("organization_id", "id");
CREATE UNIQUE INDEX "plan_versions_plan_id_ordinal_key" ON "plan_versions"("plan_id", "ordinal");
CREATE TABLE "plan_prices" (
    "organization_id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,
    "from_period" INTEGER NOT NULL,
    "price_minor" BIGINT NOT NULL,

    CONSTRAINT "plan_prices_pkey" PRIMARY KEY ("plan_version_id","from_period")
);
CREATE TABLE "contracts" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" "contract_kind" NOT NULL,
    "person_id" UUID,
    "team_id" UUID,
    "billing_account_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "price_mode" "price_mode" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "interval_months" INTEGER NOT NULL,
    "billing_day" INTEGER,
    "bill_from" DATE,
    "notice_days" INTEGER NOT NULL DEFAULT 0,
    "notice_months" INTEGER NOT NULL DEFAULT 0,
    "minimum_months" INTEGER NOT NULL DEFAULT 0,
    "cancelled_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "continues_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "holder_id" UUID NOT NULL GENERATED ALWAYS AS (coalesce("person_id", "team_id")) STORED,

    CONSTRAINT "contracts_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "contracts_organization_id_holder_id_idx" ON "contracts"("organization_id", "holder_id");
CREATE INDEX "contracts_organization_id_billing_account_id_idx" ON "contracts"("organization_id", "billing_account_id");
CREATE UNIQUE INDEX "contracts_organization_id_id_key" ON "contracts"("organization_id", "id");
CREATE TABLE "contract_lines" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "contract_line_kind" NOT NULL,
    "resource_id" UUID,
    "unit_id" UUID,
    "description" TEXT,

    CONSTRAINT "contract_lines_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "contract_lines_organization_id_id_key" ON "contract_lines"("organization_id", "id");
CREATE UNIQUE INDEX "contract_lines_contract_id_position_key" ON "contract_lines"("contract_id", "position");
CREATE TABLE "contract_terms" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "plan_version_id" UUID,
    "plan_id" UUID,
    "unit_price_minor" BIGINT,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "contract_terms_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "contract_terms_line_id_valid_from_idx" ON "contract_terms"("line_id", "valid_from");
CREATE UNIQUE INDEX "contract_terms_organization_id_id_key" ON "contract_terms"("organization_id", "id");
CREATE TABLE "contract_pauses" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "until_day" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "contract_pauses_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "contract_pauses_contract_id_idx" ON "contract_pauses"("contract_id");
CREATE TABLE "coupons" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "basis_points" INTEGER NOT NULL DEFAULT 0,
    "amount_minor" BIGINT NOT NULL DEFAULT 0,
    "currency" CHAR(3),
    "periods" INTEGER,
    "free_periods" INTEGER NOT NULL DEFAULT 0,
    "valid_until" DATE,
    "max_uses" INTEGER,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coupons_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "coupons_organization_id_id_key" ON "coupons"("organization_id", "id");
CREATE UNIQUE INDEX "coupons_organization_id_code_key" ON "coupons"("organization_id", "code");
CREATE TABLE "contract_discounts" (
    "contract_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "coupon_id" UUID,
    "basis_points" INTEGER NOT NULL DEFAULT 0,
    "amount_minor" BIGINT NOT NULL DEFAULT 0,
    "periods" INTEGER,
    "free_periods" INTEGER NOT NULL DEFAULT 0,
    "from_period" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_discounts_pkey" PRIMARY KEY ("contract_id")
);
CREATE INDEX "contract_discounts_coupon_id_idx" ON "contract_discounts"("coupon_id");
CREATE TABLE "one_off_items" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "billing_account_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "description" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "price_mode" "price_mode" NOT NULL,
    "unit_price_minor" BIGINT NOT NULL,
    "service_from" DATE NOT NULL,
    "service_until" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_off_items_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "one_off_items_organization_id_billing_account_id_idx" ON "one_off_items"("organization_id", "billing_account_id");
CREATE UNIQUE INDEX "one_off_items_organization_id_id_key" ON "one_off_items"("organization_id", "id");
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_organization_id_plan_id_fkey" FOREIGN KEY ("organization_id", "plan_id") REFERENCES "plans"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_prices" ADD CONSTRAINT "plan_prices_organization_id_plan_version_id_fkey" FOREIGN KEY ("organization_id", "plan_version_id") REFERENCES "plan_versions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_organization_id_billing_account_id_fkey" FOREIGN KEY ("organization_id", "billing_account_id") REFERENCES "billing_accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_organization_id_continues_id_fkey" FOREIGN KEY ("organization_id", "continues_id") REFERENCES "contracts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contract_lines" ADD CONSTRAINT "contract_lines_organization_id_contract_id_fkey" FOREIGN KEY ("organization_id", "contract_id") REFERENCES "contracts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contract_lines" ADD CONSTRAINT "contract_lines_organization_id_resource_id_fkey" FOREIGN KEY ("organization_id", "resource_id") REFERENCES "resources"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contract_lines" ADD CONSTRAINT "contract_lines_organization_id_unit_id_fkey" FOREIGN KEY ("organization_id", "unit_id") REFERENCES "units"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contract_terms" ADD CONSTRAINT "contract_terms_organization_id_line_id_fkey" FOREIGN KEY ("organization_id", "line_id") REFERENCES "contract_lines"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contract_terms" ADD CONSTRAINT "contract_terms_organization_id_plan_version_id_fkey" FOREIGN KEY ("organization_id", "plan_version_id") REFERENCES "plan_versions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contract_terms" ADD CONSTRAINT "contract_terms_organization_id_plan_id_fkey" FOREIGN KEY ("organization_id", "plan_id") REFERENCES "plans"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contract_pauses" ADD CONSTRAINT "contract_pauses_organization_id_contract_id_fkey" FOREIGN KEY ("organization_id", "contract_id") REFERENCES "contracts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contract_discounts" ADD CONSTRAINT "contract_discounts_organization_id_contract_id_fkey" FOREIGN KEY ("organization_id", "contract_id") REFERENCES "contracts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contract_discounts" ADD CONSTRAINT "contract_discounts_organization_id_coupon_id_fkey" FOREIGN KEY ("organization_id", "coupon_id") REFERENCES "coupons"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "one_off_items" ADD CONSTRAINT "one_off_items_organization_id_billing_account_id_fkey" FOREIGN KEY ("organization_id", "billing_account_id") REFERENCES "billing_accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "one_off_items" ADD CONSTRAINT "one_off_items_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "one_off_items" ADD CONSTRAINT "one_off_items_organization_id_product_id_fkey" FOREIGN KEY ("organization_id", "product_id") REFERENCES "products"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE plan_versions
  ADD CONSTRAINT plan_versions_interval CHECK (interval_months IN (0, 1, 3, 12)),
  ADD CONSTRAINT plan_versions_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT plan_versions_not_negative CHECK (least(setup_fee_minor, deposit_minor, notice_days, notice_months, minimum_months) >= 0);
ALTER TABLE plan_prices ADD CONSTRAINT plan_prices_not_negative CHECK (price_minor >= 0 AND from_period >= 0);
ALTER TABLE contracts
  ADD CONSTRAINT contracts_of_one_holder CHECK (num_nonnulls(person_id, team_id) = 1),
  ADD CONSTRAINT contracts_billing_day CHECK (billing_day BETWEEN 1 AND 28),
  ADD CONSTRAINT contracts_interval CHECK (interval_months IN (1, 3, 12)),
  ADD CONSTRAINT contracts_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT contracts_end_after_start CHECK (ends_on >= starts_on),
  ADD CONSTRAINT contracts_bill_what_they_cover CHECK (bill_from >= starts_on),
  ADD CONSTRAINT contracts_notice CHECK (least(notice_days, notice_months, minimum_months) >= 0),
  ADD CONSTRAINT contracts_one_membership EXCLUDE USING gist
    (holder_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (kind = 'membership' AND withdrawn_at IS NULL);
ALTER TABLE contract_lines
  ADD CONSTRAINT contract_lines_of_a_kind CHECK (CASE kind WHEN 'plan' THEN num_nonnulls(resource_id, unit_id, description) = 0
    WHEN 'letting' THEN num_nonnulls(resource_id, unit_id) = 2 ELSE description IS NOT NULL AND num_nonnulls(resource_id, unit_id) = 0 END);
ALTER TABLE contract_terms
  ADD CONSTRAINT contract_terms_quantity CHECK (quantity BETWEEN 0 AND 100000),
  ADD CONSTRAINT contract_terms_not_negative CHECK (unit_price_minor >= 0);
ALTER TABLE contract_pauses ADD CONSTRAINT contract_pauses_end_after_start CHECK (until_day > starts_on);
ALTER TABLE coupons
  ADD CONSTRAINT coupons_upper_case CHECK (code = upper(code) AND code <> ''),
  ADD CONSTRAINT coupons_discount CHECK (basis_points BETWEEN 0 AND 10000 AND amount_minor >= 0 AND free_periods >= 0 AND periods >= 1 AND max_uses >= 1
    AND (amount_minor > 0) = (currency IS NOT NULL) AND (basis_points > 0 OR amount_minor > 0 OR free_periods > 0));
ALTER TABLE contract_discounts ADD CONSTRAINT contract_discounts_discount CHECK (basis_points BETWEEN 0 AND 10000 AND amount_minor >= 0
  AND free_periods >= 0 AND periods >= 1 AND from_period >= 0);
ALTER TABLE one_off_items
  ADD CONSTRAINT one_off_items_quantity CHECK (quantity BETWEEN 1 AND 100000),
  ADD CONSTRAINT one_off_items_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT one_off_items_service_forward CHECK (service_until > service_from);

-- Two people take the last use of a coupon in the same moment: the lock is on the coupon.
CREATE FUNCTION require_coupon_left() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  most int;
BEGIN
  SELECT max_uses INTO most FROM coupons WHERE id = NEW.coupon_id FOR NO KEY UPDATE;
  IF (SELECT count(*) FROM contract_discounts WHERE coupon_id = NEW.coupon_id) > most THEN
    RAISE EXCEPTION 'Coupon % is used up.', NEW.coupon_id USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'coupons_never_used_too_often';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER coupons_never_used_too_often AFTER INSERT ON contract_discounts FOR EACH ROW WHEN (NEW.coupon_id IS NOT NULL) EXECUTE FUNCTION require_coupon_left();

-- Whoever has a plan has a contract from the day of this migration: it bills nothing until a manager says its price and from when.
-- Its place is the home of the person; else, and for teams, the oldest location.
CREATE TEMPORARY TABLE assigned ON COMMIT DROP AS
SELECT gen_random_uuid() AS contract_id, gen_random_uuid() AS line_id, o.*, a.id AS account_id, l.id AS location_id, l.currency, l.tax_inclusive,
  (now() AT TIME ZONE l.time_zone)::date AS today
FROM (SELECT organization_id, id AS person_id, NULL::uuid AS team_id, plan_id, home_location_id FROM people WHERE plan_id IS NOT NULL
  UNION ALL SELECT organization_id, NULL, id, plan_id, NULL FROM teams WHERE plan_id IS NOT NULL AND archived_at IS NULL) o
JOIN billing_accounts a ON a.organization_id = o.organization_id AND a.owner_id = coalesce(o.person_id, o.team_id)
CROSS JOIN LATERAL (SELECT * FROM locations l WHERE l.organization_id = o.organization_id
  ORDER BY l.id IS DISTINCT FROM o.home_location_id, l.archived_at IS NOT NULL, l.created_at, l.id LIMIT 1) l;
INSERT INTO contracts (id, organization_id, kind, person_id, team_id, billing_account_id, location_id, currency, price_mode, starts_on, interval_months, created_at)
  SELECT contract_id, organization_id, 'membership', person_id, team_id, account_id, location_id, currency,
    CASE WHEN tax_inclusive THEN 'gross' ELSE 'net' END::price_mode, today, 1, now() FROM assigned;
INSERT INTO contract_lines (id, organization_id, contract_id, position, kind)
  SELECT line_id, organization_id, contract_id, 0, 'plan' FROM assigned;
INSERT INTO contract_terms (id, organization_id, line_id, valid_from, plan_id, created_at)
  SELECT gen_random_uuid(), organization_id, line_id, today, plan_id, now() FROM assigned;

-- For the job of the morning: whose contracts may begin or end.
CREATE FUNCTION organizations_with_contracts() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT organization_id FROM contracts
$$;
REVOKE EXECUTE ON FUNCTION organizations_with_contracts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_contracts TO working_social_app;

GRANT SELECT, INSERT ON plan_versions, plan_prices, contract_lines, contract_discounts TO working_social_app;
GRANT SELECT, INSERT, UPDATE ON contracts, coupons TO working_social_app;
GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON contract_terms TO working_social_app;
GRANT SELECT, INSERT, UPDATE (until_day, withdrawn_at) ON contract_pauses TO working_social_app;
GRANT SELECT, INSERT, UPDATE (removed_at) ON one_off_items TO working_social_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan_versions', 'plan_prices', 'contracts', 'contract_lines', 'contract_terms', 'contract_pauses', 'coupons', 'contract_discounts', 'one_off_items'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY own_organization ON %I TO working_social_app
      USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid))$policy$, t);
  END LOOP;
END $$;
