-- The books of each seller: every document is one entry whose postings sum to zero in each currency, and so is what each day earns of what was invoiced
-- in advance. Entries are never changed, and none is dated into a closed period: what was true at a past date stays so.
CREATE TYPE "ledger_account" AS ENUM ('receivable', 'revenue', 'deferred_revenue', 'tax_payable', 'deposits_held', 'prepaid_packs', 'cash', 'bank', 'card_clearing', 'fees', 'write_offs', 'rounding', 'breakage');
CREATE TYPE "journal_cause" AS ENUM ('invoice', 'recognition');
CREATE TABLE "journal_entries" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "booked_on" DATE NOT NULL,
    "cause_type" "journal_cause" NOT NULL,
    "cause_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journal_entries_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "journal_entries_organization_id_seller_id_booked_on_idx" ON "journal_entries"("organization_id", "seller_id", "booked_on");
CREATE UNIQUE INDEX "journal_entries_organization_id_id_key" ON "journal_entries"("organization_id", "id");
CREATE UNIQUE INDEX "journal_entries_seller_id_cause_type_cause_id_key" ON "journal_entries"("seller_id", "cause_type", "cause_id");
CREATE TABLE "journal_postings" (
    "organization_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "account" "ledger_account" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "billing_account_id" UUID,
    "product_kind" "product_kind",
    "location_id" UUID,
    "tax_category" "tax_category",
    "tax_basis_points" INTEGER,

    CONSTRAINT "journal_postings_pkey" PRIMARY KEY ("entry_id","position")
);
CREATE INDEX "journal_postings_organization_id_billing_account_id_idx" ON "journal_postings"("organization_id", "billing_account_id");
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_organization_id_seller_id_fkey" FOREIGN KEY ("organization_id", "seller_id") REFERENCES "sellers"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "journal_postings" ADD CONSTRAINT "journal_postings_organization_id_entry_id_fkey" FOREIGN KEY ("organization_id", "entry_id") REFERENCES "journal_entries"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "journal_postings" ADD CONSTRAINT "journal_postings_organization_id_billing_account_id_fkey" FOREIGN KEY ("organization_id", "billing_account_id") REFERENCES "billing_accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "journal_postings" ADD CONSTRAINT "journal_postings_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE journal_postings
  ADD CONSTRAINT journal_postings_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT journal_postings_move_something CHECK (amount_minor <> 0),
  ADD CONSTRAINT journal_postings_say_whose CHECK (account NOT IN ('receivable', 'deposits_held') OR billing_account_id IS NOT NULL),
  ADD CONSTRAINT journal_postings_say_of_what CHECK (account NOT IN ('revenue', 'deferred_revenue') OR product_kind IS NOT NULL),
  ADD CONSTRAINT journal_postings_say_which_tax CHECK ((account = 'tax_payable') = (num_nonnulls(tax_category, tax_basis_points) = 2));

CREATE FUNCTION require_balanced_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_entry uuid := CASE TG_TABLE_NAME WHEN 'journal_entries' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'entry_id')::uuid END;
BEGIN
  IF EXISTS (SELECT FROM journal_postings WHERE entry_id = of_entry GROUP BY currency HAVING sum(amount_minor) <> 0) THEN
    RAISE EXCEPTION 'Entry % does not balance.', of_entry USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'journal_entries_balance';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER journal_entries_balance AFTER INSERT ON journal_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_balanced_entry();
CREATE CONSTRAINT TRIGGER journal_postings_balance AFTER INSERT ON journal_postings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_balanced_entry();
CREATE FUNCTION require_open_books() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM sellers WHERE id = NEW.seller_id AND locked_until >= NEW.booked_on) THEN
    RAISE EXCEPTION 'The books are closed on %.', NEW.booked_on USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'sellers_lock_their_books';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_entries_of_open_books AFTER INSERT ON journal_entries FOR EACH ROW EXECUTE FUNCTION require_open_books();

GRANT SELECT, INSERT ON journal_entries, journal_postings TO working_social_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['journal_entries', 'journal_postings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY own_organization ON %I TO working_social_app
      USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid))$policy$, t);
  END LOOP;
END $$;
