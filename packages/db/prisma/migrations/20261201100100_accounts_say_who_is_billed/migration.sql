-- What a lawful invoice says of its buyer: a structured address, ids, how the buyer is taxed and why, who gets it by mail. A VAT id that
-- was looked up leaves evidence behind, which nobody changes.
CREATE TYPE "tax_treatment" AS ENUM ('domestic', 'reverse_charge', 'intra_community', 'exempt', 'export');
CREATE TYPE "vat_check_source" AS ENUM ('offline', 'vies');
CREATE TYPE "vat_check_outcome" AS ENUM ('valid', 'invalid', 'unavailable');
CREATE TABLE "billing_details" (
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "legal_name" TEXT,
    "street" TEXT,
    "extra_line" TEXT,
    "city" TEXT,
    "post_code" TEXT,
    "region" TEXT,
    "country" CHAR(2),
    "vat_id" TEXT,
    "tax_id" TEXT,
    "electronic_address" TEXT,
    "electronic_scheme" TEXT,
    "tax_treatment" "tax_treatment" NOT NULL DEFAULT 'domestic',
    "exemption_reason" TEXT,
    "exemption_code" TEXT,
    "buyer_reference" TEXT,
    "order_reference" TEXT,
    "payment_days" INTEGER,
    "language" TEXT,

    CONSTRAINT "billing_details_pkey" PRIMARY KEY ("account_id")
);
CREATE TABLE "billing_contacts" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "billing_contacts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "billing_contacts_account_id_email_key" ON "billing_contacts"("account_id", "email");
CREATE TABLE "vat_id_checks" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "vat_id" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "source" "vat_check_source" NOT NULL,
    "outcome" "vat_check_outcome" NOT NULL,
    "registered_name" TEXT,
    "registered_address" TEXT,
    "consultation" TEXT,

    CONSTRAINT "vat_id_checks_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "vat_id_checks_account_id_checked_at_idx" ON "vat_id_checks"("account_id", "checked_at");
ALTER TABLE "billing_details" ADD CONSTRAINT "billing_details_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "billing_accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "billing_contacts" ADD CONSTRAINT "billing_contacts_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "billing_accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "vat_id_checks" ADD CONSTRAINT "vat_id_checks_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "billing_accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE billing_details
  ADD CONSTRAINT billing_details_country_code CHECK (country ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT billing_details_electronic_address_has_a_scheme CHECK (num_nonnulls(electronic_address, electronic_scheme) IN (0, 2)),
  ADD CONSTRAINT billing_details_language_is_a_subtag CHECK (language ~ '^[a-z]{2,3}$'),
  ADD CONSTRAINT billing_details_payment_days CHECK (payment_days BETWEEN 0 AND 365);
ALTER TABLE billing_contacts ADD CONSTRAINT billing_contacts_email_lower_case CHECK (email = lower(email));

GRANT SELECT, INSERT, UPDATE ON billing_details TO working_social_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON billing_contacts TO working_social_app;
GRANT SELECT, INSERT ON vat_id_checks TO working_social_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['billing_details', 'billing_contacts', 'vat_id_checks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY own_organization ON %I TO working_social_app
      USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid))$policy$, t);
  END LOOP;
END $$;
