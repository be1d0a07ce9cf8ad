-- An invoice is written once: its number has no gap, its lines sum to it, tax is computed once for each category and rate, and each carries the hash of
-- the one before. Days of a contract are charged once, by a constraint, but for those that came back. What an invoice took is open no more.
CREATE UNIQUE INDEX "charge_adjustments_organization_id_id_key" ON "charge_adjustments"("organization_id", "id");
CREATE TYPE "billing_run_status" AS ENUM ('running', 'done');
CREATE TYPE "billing_run_outcome" AS ENUM ('waiting', 'issued', 'nothing', 'carried', 'held_back');
CREATE TABLE "billing_runs" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "issue_date" DATE NOT NULL,
    "status" "billing_run_status" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "billing_runs_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "billing_runs_organization_id_id_key" ON "billing_runs"("organization_id", "id");
CREATE TABLE "invoices" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "seller_id" UUID NOT NULL,
    "billing_account_id" UUID NOT NULL,
    "run_id" UUID,
    "series_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "sequence" BIGINT NOT NULL,
    "number" TEXT NOT NULL,
    "issue_date" DATE NOT NULL,
    "tax_point" DATE NOT NULL,
    "due_date" DATE NOT NULL,
    "service_from" DATE NOT NULL,
    "service_until" DATE NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "price_mode" "price_mode" NOT NULL,
    "language" TEXT NOT NULL,
    "seller" JSONB NOT NULL,
    "buyer" JSONB NOT NULL,
    "corrects_id" UUID,
    "reason" TEXT,
    "net_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "rounding_minor" BIGINT NOT NULL,
    "due_minor" BIGINT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "invoices_organization_id_billing_account_id_issue_date_idx" ON "invoices"("organization_id", "billing_account_id", "issue_date");
CREATE INDEX "invoices_organization_id_issue_date_idx" ON "invoices"("organization_id", "issue_date");
CREATE UNIQUE INDEX "invoices_organization_id_id_key" ON "invoices"("organization_id", "id");
CREATE UNIQUE INDEX "invoices_series_id_year_sequence_key" ON "invoices"("series_id", "year", "sequence");
CREATE UNIQUE INDEX "invoices_seller_id_number_key" ON "invoices"("seller_id", "number");
CREATE TABLE "billing_run_accounts" (
    "organization_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "billing_account_id" UUID NOT NULL,
    "outcome" "billing_run_outcome" NOT NULL DEFAULT 'waiting',
    "problem" JSONB,

    CONSTRAINT "billing_run_accounts_pkey" PRIMARY KEY ("run_id","billing_account_id")
);
CREATE INDEX "billing_run_accounts_organization_id_run_id_outcome_idx" ON "billing_run_accounts"("organization_id", "run_id", "outcome");
CREATE TABLE "invoice_lines" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "quantity" BIGINT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "tax_category" "tax_category" NOT NULL,
    "tax_basis_points" INTEGER NOT NULL,
    "exemption_reason" TEXT,
    "exemption_code" TEXT,
    "service_from" DATE NOT NULL,
    "service_until" DATE NOT NULL,
    "location_id" UUID,
    "contract_line_id" UUID,
    "charge_kind" "contract_charge_kind",
    "term_id" UUID,
    "period_from" DATE,
    "period_until" DATE,
    "price_minor" BIGINT,
    "agreed_price_minor" BIGINT,
    "returns_line_id" UUID,
    "charge_line_id" UUID,
    "adjustment_id" UUID,
    "item_id" UUID,
    "credits_line_id" UUID,

    CONSTRAINT "invoice_lines_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "invoice_lines_organization_id_contract_line_id_idx" ON "invoice_lines"("organization_id", "contract_line_id");
CREATE INDEX "invoice_lines_credits_line_id_idx" ON "invoice_lines"("credits_line_id");
CREATE UNIQUE INDEX "invoice_lines_organization_id_id_key" ON "invoice_lines"("organization_id", "id");
CREATE UNIQUE INDEX "invoice_lines_invoice_id_position_key" ON "invoice_lines"("invoice_id", "position");
CREATE TABLE "invoice_taxes" (
    "organization_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "category" "tax_category" NOT NULL,
    "basis_points" INTEGER NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,

    CONSTRAINT "invoice_taxes_pkey" PRIMARY KEY ("invoice_id","category","basis_points")
);
CREATE TABLE "charged_days" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_line_id" UUID NOT NULL,
    "kind" "contract_charge_kind" NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "invoice_line_id" UUID NOT NULL,
    "returned_by_line_id" UUID,

    CONSTRAINT "charged_days_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "charged_days_organization_id_contract_line_id_idx" ON "charged_days"("organization_id", "contract_line_id");
CREATE INDEX "charged_days_invoice_line_id_idx" ON "charged_days"("invoice_line_id");
ALTER TABLE "billing_runs" ADD CONSTRAINT "billing_runs_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_seller_id_fkey" FOREIGN KEY ("organization_id", "seller_id") REFERENCES "sellers"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_billing_account_id_fkey" FOREIGN KEY ("organization_id", "billing_account_id") REFERENCES "billing_accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_run_id_fkey" FOREIGN KEY ("organization_id", "run_id") REFERENCES "billing_runs"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_series_id_fkey" FOREIGN KEY ("organization_id", "series_id") REFERENCES "number_series"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_corrects_id_fkey" FOREIGN KEY ("organization_id", "corrects_id") REFERENCES "invoices"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "billing_run_accounts" ADD CONSTRAINT "billing_run_accounts_organization_id_run_id_fkey" FOREIGN KEY ("organization_id", "run_id") REFERENCES "billing_runs"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "billing_run_accounts" ADD CONSTRAINT "billing_run_accounts_organization_id_billing_account_id_fkey" FOREIGN KEY ("organization_id", "billing_account_id") REFERENCES "billing_accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_invoice_id_fkey" FOREIGN KEY ("organization_id", "invoice_id") REFERENCES "invoices"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_product_id_fkey" FOREIGN KEY ("organization_id", "product_id") REFERENCES "products"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_contract_line_id_fkey" FOREIGN KEY ("organization_id", "contract_line_id") REFERENCES "contract_lines"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_charge_line_id_fkey" FOREIGN KEY ("organization_id", "charge_line_id") REFERENCES "charge_lines"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_adjustment_id_fkey" FOREIGN KEY ("organization_id", "adjustment_id") REFERENCES "charge_adjustments"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "one_off_items"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_returns_line_id_fkey" FOREIGN KEY ("organization_id", "returns_line_id") REFERENCES "invoice_lines"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_organization_id_credits_line_id_fkey" FOREIGN KEY ("organization_id", "credits_line_id") REFERENCES "invoice_lines"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invoice_taxes" ADD CONSTRAINT "invoice_taxes_organization_id_invoice_id_fkey" FOREIGN KEY ("organization_id", "invoice_id") REFERENCES "invoices"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "charged_days" ADD CONSTRAINT "charged_days_organization_id_contract_line_id_fkey" FOREIGN KEY ("organization_id", "contract_line_id") REFERENCES "contract_lines"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "charged_days" ADD CONSTRAINT "charged_days_organization_id_invoice_line_id_fkey" FOREIGN KEY ("organization_id", "invoice_line_id") REFERENCES "invoice_lines"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "charged_days" ADD CONSTRAINT "charged_days_organization_id_returned_by_line_id_fkey" FOREIGN KEY ("organization_id", "returned_by_line_id") REFERENCES "invoice_lines"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX billing_runs_one_at_a_time ON billing_runs (organization_id) WHERE status = 'running';
ALTER TABLE billing_runs ADD CONSTRAINT billing_runs_end_when_done CHECK ((status = 'done') = (finished_at IS NOT NULL));
ALTER TABLE billing_run_accounts ADD CONSTRAINT billing_run_accounts_say_why CHECK ((outcome = 'held_back') = (problem IS NOT NULL));
ALTER TABLE invoices
  ADD CONSTRAINT invoices_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT invoices_due_after_issue CHECK (due_date >= issue_date),
  ADD CONSTRAINT invoices_service_forward CHECK (service_until > service_from),
  ADD CONSTRAINT invoices_never_ask_less_than_nothing CHECK (due_minor >= 0),
  ADD CONSTRAINT invoices_add_up CHECK (due_minor = net_minor + tax_minor + rounding_minor),
  -- A net price has nothing to round (BT-114 is what a gross sum differs by).
  ADD CONSTRAINT invoices_round_gross_only CHECK (price_mode = 'gross' OR rounding_minor = 0),
  ADD CONSTRAINT invoices_correct_with_a_reason CHECK (corrects_id IS NULL OR kind = 'credit_note' AND reason IS NOT NULL),
  ADD CONSTRAINT invoices_hashed CHECK (hash ~ '^[0-9a-f]{64}$' AND previous_hash ~ '^([0-9a-f]{64})?$');
-- One document follows on each: a second one with the same predecessor would be a fork.
CREATE UNIQUE INDEX "invoices_series_id_previous_hash_key" ON "invoices"("series_id", "previous_hash");
ALTER TABLE invoice_lines
  ADD CONSTRAINT invoice_lines_quantity CHECK (quantity > 0 AND unit_code IN ('C62', 'MIN', 'HUR', 'DAY', 'MON')),
  ADD CONSTRAINT invoice_lines_service_forward CHECK (service_until > service_from),
  ADD CONSTRAINT invoice_lines_rate_of_category CHECK (tax_basis_points BETWEEN 0 AND 10000
    AND CASE WHEN tax_category = 'S' THEN tax_basis_points > 0 WHEN tax_category IN ('L', 'M') THEN true ELSE tax_basis_points = 0 END),
  ADD CONSTRAINT invoice_lines_of_one_cause CHECK (num_nonnulls(charge_kind, charge_line_id, adjustment_id, item_id, credits_line_id) = 1),
  ADD CONSTRAINT invoice_lines_of_a_period CHECK (num_nonnulls(contract_line_id, charge_kind, period_from, period_until, price_minor, agreed_price_minor) IN (0, 6)),
  ADD CONSTRAINT invoice_lines_return_contract_days CHECK (returns_line_id IS NULL OR charge_kind IS NOT NULL AND amount_minor <= 0),
  ADD CONSTRAINT invoice_lines_data_of_a_code CHECK (jsonb_typeof(data) = 'object');
CREATE UNIQUE INDEX invoice_lines_take_a_charge_once ON invoice_lines (charge_line_id) WHERE charge_line_id IS NOT NULL;
CREATE UNIQUE INDEX invoice_lines_take_an_adjustment_once ON invoice_lines (adjustment_id) WHERE adjustment_id IS NOT NULL;
CREATE UNIQUE INDEX invoice_lines_take_an_item_once ON invoice_lines (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX invoice_lines_that_return ON invoice_lines (returns_line_id) WHERE returns_line_id IS NOT NULL;
ALTER TABLE charged_days
  ADD CONSTRAINT charged_days_forward CHECK (until_day > from_day),
  ADD CONSTRAINT charged_days_once EXCLUDE USING gist
    (contract_line_id WITH =, kind WITH =, daterange(from_day, until_day) WITH &&) WHERE (returned_by_line_id IS NULL);

-- The numbers of a series only rise, and by the end of the transaction each number that was counted is a document. Whoever is counting holds the
-- row of the series, so the next one waits and sees.
CREATE FUNCTION require_documents_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before bigint := CASE TG_OP WHEN 'INSERT' THEN 0 ELSE (to_jsonb(OLD) ->> 'last_number')::bigint END;
BEGIN
  IF NEW.last_number <= before OR NEW.last_number - before <> (SELECT count(*) FROM invoices i
      WHERE i.series_id = NEW.series_id AND i.year = NEW.year AND i.sequence > before AND i.sequence <= NEW.last_number) THEN
    RAISE EXCEPTION 'Not every number up to % of series % is a document.', NEW.last_number, NEW.series_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'number_counters_leave_no_gap';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER number_counters_leave_no_gap AFTER INSERT OR UPDATE ON number_counters
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_documents_counted();
CREATE FUNCTION require_counted_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM number_counters c JOIN number_series s ON s.id = c.series_id WHERE c.series_id = NEW.series_id AND c.year = NEW.year
      AND c.last_number >= NEW.sequence AND s.seller_id = NEW.seller_id AND s.kind = NEW.kind AND s.last_hash = NEW.previous_hash) THEN
    RAISE EXCEPTION 'Document % does not follow on the last of its series.', NEW.number
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'invoices_follow_on_the_last';
  END IF;
  IF EXISTS (SELECT FROM sellers WHERE id = NEW.seller_id AND locked_until >= NEW.issue_date) THEN
    RAISE EXCEPTION 'The books are closed on %.', NEW.issue_date USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'sellers_lock_their_books';
  END IF;
  UPDATE number_series SET last_hash = NEW.hash WHERE id = NEW.series_id;
  RETURN NULL;
END $$;
CREATE TRIGGER invoices_follow_on_the_last AFTER INSERT ON invoices FOR EACH ROW EXECUTE FUNCTION require_counted_number();

-- Tax, computed again: halves away from zero. What is credited in steps may differ by one, so that all steps add up to the invoice (EN 16931
-- allows it: BR-CO-17).
CREATE FUNCTION rounded_share(amount bigint, part bigint, whole bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS
  'SELECT (sign(amount) * sign(part) * div(2 * abs(amount::numeric * part) + whole, 2 * whole))::bigint';
CREATE FUNCTION require_invoice_totals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_invoice uuid := CASE TG_TABLE_NAME WHEN 'invoices' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'invoice_id')::uuid END;
  total record;
BEGIN
  SELECT i.net_minor, i.tax_minor, i.due_minor, i.price_mode, coalesce(l.amount, 0) AS amount, coalesce(l.net, 0) AS net, coalesce(t.net, 0) AS taxed,
    coalesce(t.tax, 0) AS tax, coalesce(t.wrong, 0) AS wrong, coalesce(t.pairs, 0) AS pairs, coalesce(l.pairs, 0) AS line_pairs INTO STRICT total
  FROM invoices i
  LEFT JOIN LATERAL (SELECT sum(amount_minor) AS amount, sum(net_minor) AS net, count(DISTINCT (tax_category, tax_basis_points)) AS pairs
    FROM invoice_lines WHERE invoice_id = i.id) l ON true
  LEFT JOIN LATERAL (SELECT sum(t.net_minor) AS net, sum(t.tax_minor) AS tax, count(*) AS pairs, count(*) FILTER (WHERE
      abs(t.tax_minor - rounded_share(t.net_minor, t.basis_points, 10000)) > (CASE i.kind WHEN 'invoice' THEN 0 ELSE 1 END) OR t.net_minor IS DISTINCT FROM (SELECT sum(n.net_minor) FROM invoice_lines n
        WHERE n.invoice_id = i.id AND n.tax_category = t.category AND n.tax_basis_points = t.basis_points)) AS wrong
    FROM invoice_taxes t WHERE t.invoice_id = i.id) t ON true
  WHERE i.id = of_invoice;
  IF total.net <> total.net_minor OR total.taxed <> total.net_minor OR total.tax <> total.tax_minor OR total.wrong > 0 OR total.pairs <> total.line_pairs
    OR total.amount <> (CASE total.price_mode WHEN 'gross' THEN total.due_minor ELSE total.net_minor END) THEN
    RAISE EXCEPTION 'Invoice % is not the sum of its lines.', of_invoice USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'invoices_sum_their_lines';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER invoices_sum_their_lines AFTER INSERT ON invoices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_invoice_totals();
-- A line or a tax that comes later changes what its invoice says.
CREATE FUNCTION require_open_invoice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM invoices WHERE id = NEW.invoice_id AND xmin::text::bigint = txid_current() % 4294967296) THEN
    RAISE EXCEPTION 'Invoice % is issued.', NEW.invoice_id USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'invoices_are_final';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER invoice_lines_come_with_it AFTER INSERT ON invoice_lines FOR EACH ROW EXECUTE FUNCTION require_open_invoice();
CREATE TRIGGER invoice_taxes_come_with_it AFTER INSERT ON invoice_taxes FOR EACH ROW EXECUTE FUNCTION require_open_invoice();

-- What comes back of a line, as days or by a credit note, is never more than the line: the lock is on it.
CREATE FUNCTION require_enough_to_return() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  corrected uuid := coalesce(NEW.credits_line_id, NEW.returns_line_id);
  was bigint;
  back bigint;
BEGIN
  SELECT amount_minor INTO STRICT was FROM invoice_lines WHERE id = corrected FOR NO KEY UPDATE;
  SELECT coalesce(sum(CASE WHEN credits_line_id = corrected THEN amount_minor ELSE -amount_minor END), 0) INTO back
    FROM invoice_lines WHERE credits_line_id = corrected OR returns_line_id = corrected;
  IF back <> 0 AND (sign(back) <> sign(was) OR abs(back) > abs(was)) THEN
    RAISE EXCEPTION 'More than invoice line % would come back.', corrected
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'invoice_lines_never_return_too_much';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER invoice_lines_never_return_too_much AFTER INSERT ON invoice_lines FOR EACH ROW
  WHEN (NEW.credits_line_id IS NOT NULL OR NEW.returns_line_id IS NOT NULL) EXECUTE FUNCTION require_enough_to_return();

-- An invoice takes a charge's line with what was adjusted until then. What is adjusted later is a line of the next invoice.
ALTER TABLE charge_lines ADD COLUMN "invoiced_at" TIMESTAMPTZ(3);
ALTER TABLE charge_adjustments ADD COLUMN "is_invoiced" BOOLEAN NOT NULL DEFAULT false;
CREATE FUNCTION close_charges() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.charge_line_id IS NOT NULL THEN
    UPDATE charge_lines l SET invoiced_at = i.issued_at FROM invoices i WHERE l.id = NEW.charge_line_id AND i.id = NEW.invoice_id;
    UPDATE charge_adjustments SET is_invoiced = true WHERE line_id = NEW.charge_line_id;
  ELSE
    UPDATE charge_adjustments SET is_invoiced = true WHERE id = NEW.adjustment_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER invoice_lines_close_charges AFTER INSERT ON invoice_lines FOR EACH ROW
  WHEN (NEW.charge_line_id IS NOT NULL OR NEW.adjustment_id IS NOT NULL) EXECUTE FUNCTION close_charges();
-- Credits pay what is open, never what an invoice has: that is money by now.
CREATE FUNCTION require_open_charge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM charge_lines WHERE id = NEW.line_id AND invoiced_at IS NOT NULL) THEN
    RAISE EXCEPTION 'An invoice has charge line %.', NEW.line_id USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charge_lines_of_invoices_are_money';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER charge_lines_of_invoices_are_money BEFORE INSERT ON charge_adjustments
  FOR EACH ROW WHEN (NEW.credit_transfer_id IS NOT NULL AND NEW.amount_minor < 0) EXECUTE FUNCTION require_open_charge();
CREATE INDEX charge_lines_to_invoice ON charge_lines (organization_id, charge_id) WHERE invoiced_at IS NULL;

-- For the jobs: where a run waits to be gone on with, and whose days have earned something.
CREATE FUNCTION organizations_with_running_runs() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT organization_id FROM billing_runs WHERE status = 'running'
$$;
REVOKE EXECUTE ON FUNCTION organizations_with_running_runs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_running_runs TO working_social_app;
CREATE FUNCTION organizations_with_invoices() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT organization_id FROM invoices
$$;
REVOKE EXECUTE ON FUNCTION organizations_with_invoices FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_invoices TO working_social_app;

GRANT SELECT, INSERT ON invoices, invoice_lines, invoice_taxes TO working_social_app;
GRANT SELECT, INSERT, UPDATE (from_day, until_day, returned_by_line_id) ON charged_days TO working_social_app;
GRANT SELECT, INSERT, UPDATE (status, finished_at) ON billing_runs TO working_social_app;
GRANT SELECT, INSERT, UPDATE (outcome, problem) ON billing_run_accounts TO working_social_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['billing_runs', 'billing_run_accounts', 'invoices', 'invoice_lines', 'invoice_taxes', 'charged_days'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY own_organization ON %I TO working_social_app
      USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid))$policy$, t);
  END LOOP;
END $$;
