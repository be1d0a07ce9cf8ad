-- Invoices are written by legal entities. Each location belongs to one, from a day on; what it sells has a class of tax, whose rate
-- at a location has a first day. Everybody who has run a space so far has one seller, named as the organization.
CREATE TYPE "document_kind" AS ENUM ('invoice', 'credit_note');
CREATE TYPE "tax_point" AS ENUM ('service_date', 'invoice_date');
CREATE TYPE "tax_class" AS ENUM ('standard', 'reduced', 'zero', 'exempt', 'outside');
CREATE TYPE "product_kind" AS ENUM ('plan_fee', 'letting_fee', 'setup_fee', 'deposit', 'item', 'room_time', 'desk_time', 'equipment_time', 'copier_pages', 'credit_pack', 'cancellation_fee');
CREATE TABLE "sellers" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "legal_name" TEXT NOT NULL,
    "street" TEXT,
    "extra_line" TEXT,
    "city" TEXT,
    "post_code" TEXT,
    "region" TEXT,
    "country" CHAR(2),
    "vat_id" TEXT,
    "tax_id" TEXT,
    "registration" TEXT,
    "electronic_address" TEXT,
    "electronic_scheme" TEXT,
    "contact_name" TEXT,
    "contact_email" TEXT,
    "contact_phone" TEXT,
    "account_holder" TEXT,
    "iban" TEXT,
    "bic" TEXT,
    "price_mode" "price_mode" NOT NULL DEFAULT 'gross',
    "tax_point" "tax_point" NOT NULL DEFAULT 'service_date',
    "takes_tax_out" BOOLEAN NOT NULL DEFAULT true,
    "payment_days" INTEGER NOT NULL DEFAULT 14,
    "lead_days" INTEGER NOT NULL DEFAULT 0,
    "locked_until" DATE,
    "recognised_until" DATE,
    "language" TEXT NOT NULL DEFAULT 'en',
    "logo" BYTEA,
    "logo_type" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sellers_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sellers_organization_id_id_key" ON "sellers"("organization_id", "id");
CREATE TABLE "location_sellers" (
    "organization_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "seller_id" UUID NOT NULL,

    CONSTRAINT "location_sellers_pkey" PRIMARY KEY ("location_id","since")
);
CREATE INDEX "location_sellers_organization_id_seller_id_idx" ON "location_sellers"("organization_id", "seller_id");
CREATE TABLE "number_series" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "pattern" TEXT NOT NULL,
    "last_hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "number_series_organization_id_id_key" ON "number_series"("organization_id", "id");
CREATE UNIQUE INDEX "number_series_seller_id_kind_key" ON "number_series"("seller_id", "kind");
CREATE TABLE "number_counters" (
    "organization_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last_number" BIGINT NOT NULL,

    CONSTRAINT "number_counters_pkey" PRIMARY KEY ("series_id","year")
);
CREATE TABLE "products" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" "product_kind" NOT NULL,
    "name" TEXT,
    "unit_code" TEXT NOT NULL,
    "revenue_account" TEXT,
    "tax_class" "tax_class" NOT NULL DEFAULT 'standard',
    "price_minor" BIGINT,
    "currency" CHAR(3),
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "products_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "products_organization_id_id_key" ON "products"("organization_id", "id");
CREATE TABLE "tax_rates" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "tax_class" "tax_class" NOT NULL,
    "valid_from" DATE NOT NULL,
    "category" "tax_category" NOT NULL,
    "basis_points" INTEGER NOT NULL,
    "exemption_reason" TEXT,
    "exemption_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tax_rates_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "tax_rates_location_id_tax_class_valid_from_key" ON "tax_rates"("location_id", "tax_class", "valid_from");
ALTER TABLE "sellers" ADD CONSTRAINT "sellers_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "location_sellers" ADD CONSTRAINT "location_sellers_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "location_sellers" ADD CONSTRAINT "location_sellers_organization_id_seller_id_fkey" FOREIGN KEY ("organization_id", "seller_id") REFERENCES "sellers"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_organization_id_seller_id_fkey" FOREIGN KEY ("organization_id", "seller_id") REFERENCES "sellers"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "number_counters" ADD CONSTRAINT "number_counters_organization_id_series_id_fkey" FOREIGN KEY ("organization_id", "series_id") REFERENCES "number_series"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "products" ADD CONSTRAINT "products_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE sellers
  ADD CONSTRAINT sellers_country_code CHECK (country ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT sellers_days CHECK (payment_days BETWEEN 0 AND 365 AND lead_days BETWEEN 0 AND 60),
  ADD CONSTRAINT sellers_electronic_address_has_a_scheme CHECK (num_nonnulls(electronic_address, electronic_scheme) IN (0, 2)),
  ADD CONSTRAINT sellers_language_is_a_subtag CHECK (language ~ '^[a-z]{2,3}$'),
  ADD CONSTRAINT sellers_logo_is_a_picture CHECK (num_nonnulls(logo, logo_type) IN (0, 2) AND logo_type IN ('image/png', 'image/jpeg') AND octet_length(logo) <= 262144);
ALTER TABLE number_series ADD CONSTRAINT number_series_pattern_has_a_number CHECK (pattern ~ '\{N{1,9}\}' AND char_length(pattern) <= 40);
ALTER TABLE number_counters ADD CONSTRAINT number_counters_begin_at_one CHECK (last_number >= 1);
ALTER TABLE products
  ADD CONSTRAINT products_items_have_names CHECK ((kind = 'item') = (name IS NOT NULL)),
  ADD CONSTRAINT products_priced CHECK (num_nonnulls(price_minor, currency) IN (0, 2) AND currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT products_unit_code CHECK (unit_code IN ('C62', 'MIN', 'HUR', 'DAY', 'MON')),
  ADD CONSTRAINT products_of_kinds_stay CHECK (kind = 'item' OR archived_at IS NULL);
CREATE UNIQUE INDEX products_one_of_a_kind ON products (organization_id, kind) WHERE kind <> 'item';
CREATE UNIQUE INDEX products_one_of_a_name ON products (organization_id, name_key(name)) WHERE archived_at IS NULL AND name IS NOT NULL;
-- A rate belongs to a category that has one, as on the lines of charges.
ALTER TABLE tax_rates ADD CONSTRAINT tax_rates_rate_of_category CHECK (basis_points BETWEEN 0 AND 10000
  AND CASE WHEN category = 'S' THEN basis_points > 0 WHEN category IN ('L', 'M') THEN true ELSE basis_points = 0 END);

-- With an organization its products; with a seller its series; with a location its seller: by the database, in the transaction in
-- which they are made, whoever makes them.
CREATE FUNCTION stock_products() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO products (id, organization_id, kind, unit_code, tax_class, created_at)
    SELECT gen_random_uuid(), NEW.id, k.kind::product_kind, k.unit_code, k.tax_class::tax_class, NEW.created_at
    FROM (VALUES ('plan_fee', 'MON', 'standard'), ('letting_fee', 'MON', 'standard'), ('setup_fee', 'C62', 'standard'), ('deposit', 'C62', 'outside'),
      ('room_time', 'MIN', 'standard'), ('desk_time', 'DAY', 'standard'), ('equipment_time', 'MIN', 'standard'), ('copier_pages', 'C62', 'standard'),
      ('credit_pack', 'C62', 'standard'), ('cancellation_fee', 'C62', 'standard')) AS k (kind, unit_code, tax_class);
  RETURN NULL;
END $$;
CREATE TRIGGER organizations_have_products AFTER INSERT ON organizations FOR EACH ROW EXECUTE FUNCTION stock_products();

CREATE FUNCTION begin_number_series() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  -- Numbers of two sellers may be the same; of one seller an invoice and a credit note never are.
  others int := (SELECT count(*) FROM sellers WHERE organization_id = NEW.organization_id AND id <> NEW.id);
  prefix text := CASE WHEN others = 0 THEN '' ELSE chr(65 + others % 26) || '-' END;
BEGIN
  INSERT INTO number_series (id, organization_id, seller_id, kind, pattern)
    VALUES (gen_random_uuid(), NEW.organization_id, NEW.id, 'invoice', prefix || '{YYYY}-{NNNN}'),
      (gen_random_uuid(), NEW.organization_id, NEW.id, 'credit_note', prefix || 'CN-{YYYY}-{NNNN}');
  RETURN NULL;
END $$;
CREATE TRIGGER sellers_have_number_series AFTER INSERT ON sellers FOR EACH ROW EXECUTE FUNCTION begin_number_series();

-- The oldest seller in use; where there is none yet, one with the name of the organization.
CREATE FUNCTION assign_seller() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found uuid;
BEGIN
  PERFORM FROM organizations WHERE id = NEW.organization_id FOR NO KEY UPDATE;
  SELECT id INTO found FROM sellers WHERE organization_id = NEW.organization_id AND archived_at IS NULL ORDER BY created_at, id LIMIT 1 FOR SHARE;
  IF found IS NULL THEN
    found := gen_random_uuid();
    INSERT INTO sellers (id, organization_id, legal_name, price_mode, language, created_at)
      SELECT found, o.id, o.name, CASE WHEN NEW.tax_inclusive THEN 'gross' ELSE 'net' END::price_mode, NEW.language, NEW.created_at
      FROM organizations o WHERE o.id = NEW.organization_id;
  END IF;
  INSERT INTO location_sellers (organization_id, location_id, since, seller_id) VALUES (NEW.organization_id, NEW.id, '2000-01-01', found);
  RETURN NULL;
END $$;
CREATE TRIGGER locations_have_a_seller AFTER INSERT ON locations FOR EACH ROW EXECUTE FUNCTION assign_seller();

INSERT INTO products (id, organization_id, kind, unit_code, tax_class, created_at)
  SELECT gen_random_uuid(), o.id, k.kind::product_kind, k.unit_code, k.tax_class::tax_class, o.created_at
  FROM organizations o CROSS JOIN (VALUES ('plan_fee', 'MON', 'standard'), ('letting_fee', 'MON', 'standard'), ('setup_fee', 'C62', 'standard'),
    ('deposit', 'C62', 'outside'), ('room_time', 'MIN', 'standard'), ('desk_time', 'DAY', 'standard'), ('equipment_time', 'MIN', 'standard'),
    ('copier_pages', 'C62', 'standard'), ('credit_pack', 'C62', 'standard'), ('cancellation_fee', 'C62', 'standard')) AS k (kind, unit_code, tax_class);
INSERT INTO sellers (id, organization_id, legal_name, price_mode, language, created_at)
  SELECT DISTINCT ON (o.id) gen_random_uuid(), o.id, o.name, CASE WHEN l.tax_inclusive THEN 'gross' ELSE 'net' END::price_mode, l.language, o.created_at
  FROM organizations o JOIN locations l ON l.organization_id = o.id ORDER BY o.id, l.archived_at IS NOT NULL, l.created_at, l.id;
INSERT INTO location_sellers (organization_id, location_id, since, seller_id)
  SELECT l.organization_id, l.id, '2000-01-01', s.id FROM locations l JOIN sellers s ON s.organization_id = l.organization_id;

GRANT SELECT, INSERT, UPDATE ON sellers, products TO working_social_app;
GRANT SELECT, INSERT ON location_sellers, tax_rates TO working_social_app;
-- Until something was sold by them, who sells and at which rate may be said anew.
GRANT UPDATE (seller_id) ON location_sellers TO working_social_app;
GRANT UPDATE (category, basis_points, exemption_reason, exemption_code) ON tax_rates TO working_social_app;
GRANT SELECT, UPDATE (pattern) ON number_series TO working_social_app;
GRANT SELECT, INSERT, UPDATE ON number_counters TO working_social_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sellers', 'location_sellers', 'number_series', 'number_counters', 'products', 'tax_rates'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY own_organization ON %I TO working_social_app
      USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid))$policy$, t);
  END LOOP;
END $$;
