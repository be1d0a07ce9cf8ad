-- Invoices will be made of the lines that are written from now on, and no line is ever changed: each says who pays (a billing
-- account), what was sold, where, on which days, net or gross by the seller's way of pricing, in which category of tax and at
-- which rate (EN 16931, UNTDID 5305), and what it is about as a code with data: the sentence is made in the reader's language.

-- A person's or a team's: whoever can owe something has an account from the moment they are there.
CREATE TABLE "billing_accounts" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID,
    "team_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "owner_id" UUID NOT NULL GENERATED ALWAYS AS (coalesce("person_id", "team_id")) STORED,

    CONSTRAINT "billing_accounts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "billing_accounts_organization_id_id_key" ON "billing_accounts"("organization_id", "id");
CREATE UNIQUE INDEX "billing_accounts_organization_id_person_id_key" ON "billing_accounts"("organization_id", "person_id");
CREATE UNIQUE INDEX "billing_accounts_organization_id_team_id_key" ON "billing_accounts"("organization_id", "team_id");
CREATE UNIQUE INDEX "billing_accounts_organization_id_owner_id_id_key" ON "billing_accounts"("organization_id", "owner_id", "id");
ALTER TABLE "billing_accounts" ADD CONSTRAINT "billing_accounts_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "billing_accounts" ADD CONSTRAINT "billing_accounts_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE billing_accounts ADD CONSTRAINT billing_accounts_of_one_owner CHECK (num_nonnulls(person_id, team_id) = 1);

-- By the database, in the transaction of the person or the team, whoever makes them: nobody has to look first, and no two race.
CREATE FUNCTION open_billing_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO billing_accounts (id, organization_id, person_id, team_id, created_at)
  VALUES (gen_random_uuid(), NEW.organization_id, CASE TG_TABLE_NAME WHEN 'people' THEN NEW.id END,
    CASE TG_TABLE_NAME WHEN 'teams' THEN NEW.id END, NEW.created_at);
  RETURN NULL;
END $$;
CREATE TRIGGER people_have_a_billing_account AFTER INSERT ON people FOR EACH ROW EXECUTE FUNCTION open_billing_account();
CREATE TRIGGER teams_have_a_billing_account AFTER INSERT ON teams FOR EACH ROW EXECUTE FUNCTION open_billing_account();
INSERT INTO billing_accounts (id, organization_id, person_id, team_id, created_at)
  SELECT gen_random_uuid(), organization_id, id, NULL, created_at FROM people
  UNION ALL SELECT gen_random_uuid(), organization_id, NULL, id, created_at FROM teams;

GRANT SELECT ON billing_accounts TO working_social_app;
ALTER TABLE billing_accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON billing_accounts TO working_social_app
  USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid));

CREATE TYPE "price_mode" AS ENUM ('net', 'gross');
CREATE TYPE "tax_category" AS ENUM ('S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M');
CREATE TYPE "charge_product" AS ENUM ('room_time', 'desk_time', 'equipment_time', 'copier_pages', 'credit_pack', 'cancellation_fee');
CREATE TYPE "charge_line_code" AS ENUM ('booking', 'booking_kept', 'cancellation_fee', 'print', 'pack');

-- What 0 % means where a location takes no tax: zero-rated, exempt, or not subject to tax. Nobody has said so far: the last.
ALTER TABLE "locations" ADD COLUMN "zero_tax_category" "tax_category" NOT NULL DEFAULT 'O';
ALTER TABLE locations ADD CONSTRAINT locations_zero_tax CHECK (zero_tax_category IN ('Z', 'E', 'O'));

-- The account of a charge is that of its team, or else of its person: a foreign key says so, and there is nothing to look after.
ALTER TABLE "charges" ADD COLUMN "billing_account_id" UUID,
  ADD COLUMN "payer_id" UUID NOT NULL GENERATED ALWAYS AS (coalesce("team_id", "person_id")) STORED;
UPDATE charges c SET billing_account_id = a.id FROM billing_accounts a
  WHERE a.organization_id = c.organization_id AND a.owner_id = coalesce(c.team_id, c.person_id);
ALTER TABLE "charges" ALTER COLUMN "billing_account_id" SET NOT NULL;
CREATE INDEX "charges_organization_id_payer_id_billing_account_id_idx" ON "charges"("organization_id", "payer_id", "billing_account_id");
ALTER TABLE "charges" ADD CONSTRAINT "charges_organization_id_payer_id_billing_account_id_fkey" FOREIGN KEY ("organization_id", "payer_id", "billing_account_id") REFERENCES "billing_accounts"("organization_id", "owner_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

ALTER TABLE "charge_lines" ADD COLUMN "code" "charge_line_code",
  ADD COLUMN "data" JSONB,
  ADD COLUMN "product" "charge_product",
  ADD COLUMN "price_mode" "price_mode",
  ADD COLUMN "net_minor" BIGINT,
  ADD COLUMN "tax_minor" BIGINT,
  ADD COLUMN "tax_category" "tax_category",
  ADD COLUMN "tax_basis_points" INTEGER,
  ADD COLUMN "service_from" DATE,
  ADD COLUMN "service_until" DATE,
  ADD COLUMN "billed_quantity" BIGINT,
  ADD COLUMN "unit_code" TEXT;

-- Lines of before, by this rule; what is owed and what is paid stays to the cent.
--   Booking: at the rate and in the mode of the quote that it was charged by. A part of an agreed total (what a change keeps, a fee, a
--   promise that was not kept) is gross, with the tax of the booking's quote in it. The days are those of the booking as it is now.
--   Print: the price was what was paid, so it is gross, at the location's rate of today; the day is that on which it was printed.
--   Pack: no tax was taken, since what it pays for was not known (category O); the day is that of the purchase, where the first
--   location is. A location's 0 % is category O.
CREATE TEMPORARY TABLE line_facts ON COMMIT DROP AS
WITH lines AS (
  SELECT l.id, l.organization_id, l.label, l.amount_minor, l.unit, l.quantity, l.used_at, l.resource_kind, c.cause_type, c.cause_id, c.cause_label,
    c.idempotency_key, c.created_at, l.location_id AS line_location_id,
    b.starts_at, b.ends_at, b.location_id AS booking_location_id, r.kind::text AS booking_kind,
    j.location_id AS print_location_id, j.colour, j.paper_size, j.is_duplex, j.counted_sides, j.printed_at,
    k.unit AS pack_unit, k.currency AS pack_currency, k.quantity AS pack_quantity,
    q.lines AS charged_by, n.lines AS agreed,
    l.position = max(l.position) OVER (PARTITION BY l.charge_id) AS is_last,
    (SELECT z.time_zone FROM locations z WHERE z.organization_id = l.organization_id ORDER BY z.archived_at IS NOT NULL, z.created_at, z.id LIMIT 1) AS first_zone
  FROM charge_lines l JOIN charges c ON c.id = l.charge_id
  LEFT JOIN bookings b ON c.cause_type = 'booking' AND b.organization_id = l.organization_id AND b.id::text = c.cause_id
  LEFT JOIN resources r ON r.id = b.resource_id
  LEFT JOIN quotes q ON c.cause_type = 'booking' AND q.id = CASE WHEN c.idempotency_key ~ '^booking:[-0-9a-f]{36}:[-0-9a-f]{36}:charge$'
    THEN split_part(c.idempotency_key, ':', 3)::uuid END
  LEFT JOIN quotes n ON n.id = b.quote_id
  LEFT JOIN print_jobs j ON c.cause_type = 'print_job' AND j.organization_id = l.organization_id AND j.id::text = c.cause_id
  LEFT JOIN credit_pack_purchases p ON c.cause_type = 'pack_purchase' AND p.organization_id = l.organization_id AND p.id::text = c.cause_id
  LEFT JOIN credit_packs k ON k.id = p.pack_id),
taxed AS (
  SELECT lines.*, z.id AS location_id, coalesce(z.time_zone, first_zone, 'UTC') AS zone,
    (SELECT t FROM jsonb_array_elements(coalesce(charged_by, agreed)) t WHERE t->>'kind' = 'tax' LIMIT 1) AS tax_line,
    charged_by IS NOT NULL AND unit IS NULL AND is_last AND (SELECT sum((t->>'amountMinor')::bigint) FROM jsonb_array_elements(charged_by) t
      WHERE t->>'kind' = 'kept') IS NOT DISTINCT FROM amount_minor AS is_kept,
    idempotency_key LIKE 'booking:%' AND charged_by IS NULL AS is_fee,
    coalesce(z.tax_basis_points, 0) AS place_points, coalesce(z.tax_inclusive, true) AS is_inclusive_here
  FROM lines LEFT JOIN locations z ON z.organization_id = lines.organization_id
    AND z.id = coalesce(lines.line_location_id, lines.booking_location_id, lines.print_location_id))
SELECT id, location_id,
  CASE WHEN cause_type = 'print_job' THEN 'print' WHEN cause_type = 'pack_purchase' THEN 'pack'
    WHEN is_kept THEN 'booking_kept' WHEN is_fee THEN 'cancellation_fee' ELSE 'booking' END AS code,
  CASE cause_type
    WHEN 'print_job' THEN jsonb_build_object('sides', coalesce(substring(label FROM '^(\d+) × ')::int, counted_sides, 0),
      'paperSize', coalesce(substring(label FROM '^\d+ × (\S+) '), paper_size, 'other'),
      'colour', coalesce(substring(label FROM '^\d+ × \S+ (mono|colour)'), colour::text, 'mono'),
      'isDuplex', CASE WHEN label ~ '^\d+ × ' THEN label LIKE '% duplex' ELSE coalesce(is_duplex, false) END)
    WHEN 'pack_purchase' THEN jsonb_build_object('packName', cause_label, 'unit', coalesce(pack_unit, 'money'), 'currency', pack_currency,
      'quantity', coalesce(pack_quantity, 1))
    ELSE jsonb_build_object('resourceName', cause_label) END AS data,
  CASE WHEN cause_type = 'print_job' THEN 'copier_pages' WHEN cause_type = 'pack_purchase' THEN 'credit_pack' WHEN is_fee THEN 'cancellation_fee'
    ELSE CASE coalesce(booking_kind, resource_kind) WHEN 'hot_desk' THEN 'desk_time' WHEN 'dedicated_desk' THEN 'desk_time'
      WHEN 'equipment' THEN 'equipment_time' ELSE 'room_time' END END AS product,
  CASE WHEN cause_type = 'booking' AND charged_by IS NOT NULL AND NOT is_kept
      AND NOT coalesce((tax_line->>'inclusive')::boolean, is_inclusive_here) THEN 'net' ELSE 'gross' END AS price_mode,
  CASE cause_type WHEN 'booking' THEN coalesce((tax_line->>'basisPoints')::int, 0) WHEN 'print_job' THEN place_points ELSE 0 END AS points,
  -- Of the charged line of a quote on top: what the quote says. Of all else it is taken out of the amount below.
  CASE WHEN cause_type = 'booking' AND charged_by IS NOT NULL AND NOT is_kept AND NOT coalesce((tax_line->>'inclusive')::boolean, is_inclusive_here)
    THEN coalesce((tax_line->>'amountMinor')::bigint, 0) END AS tax_on_top,
  (coalesce(starts_at, printed_at, used_at, created_at) AT TIME ZONE zone)::date AS service_from,
  (coalesce(ends_at - interval '1 millisecond', printed_at, used_at, created_at) AT TIME ZONE zone)::date + 1 AS service_until,
  CASE WHEN unit IS NULL THEN 1 ELSE quantity END AS billed_quantity,
  CASE unit WHEN 'room_minutes' THEN 'MIN' WHEN 'day_passes' THEN 'DAY' ELSE 'C62' END AS unit_code
FROM taxed;

UPDATE charge_lines l SET code = f.code::charge_line_code, data = f.data, product = f.product::charge_product,
  price_mode = f.price_mode::price_mode, tax_basis_points = f.points,
  tax_category = CASE WHEN f.points > 0 THEN 'S' ELSE 'O' END::tax_category,
  tax_minor = coalesce(f.tax_on_top, div((2 * l.amount_minor::numeric * f.points + 10000 + f.points), 2 * (10000 + f.points)::numeric)::bigint),
  net_minor = l.amount_minor - coalesce(f.tax_on_top, div((2 * l.amount_minor::numeric * f.points + 10000 + f.points), 2 * (10000 + f.points)::numeric)::bigint),
  service_from = f.service_from, service_until = f.service_until, billed_quantity = f.billed_quantity, unit_code = f.unit_code,
  location_id = f.location_id
  FROM line_facts f WHERE f.id = l.id;

ALTER TABLE "charge_lines" DROP COLUMN "label",
  ALTER COLUMN "code" SET NOT NULL,
  ALTER COLUMN "data" SET NOT NULL,
  ALTER COLUMN "product" SET NOT NULL,
  ALTER COLUMN "price_mode" SET NOT NULL,
  ALTER COLUMN "net_minor" SET NOT NULL,
  ALTER COLUMN "tax_minor" SET NOT NULL,
  ALTER COLUMN "tax_category" SET NOT NULL,
  ALTER COLUMN "tax_basis_points" SET NOT NULL,
  ALTER COLUMN "service_from" SET NOT NULL,
  ALTER COLUMN "service_until" SET NOT NULL,
  ALTER COLUMN "billed_quantity" SET NOT NULL,
  ALTER COLUMN "unit_code" SET NOT NULL;
CREATE INDEX "charge_lines_organization_id_location_id_idx" ON "charge_lines"("organization_id", "location_id");
ALTER TABLE "charge_lines" ADD CONSTRAINT "charge_lines_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE charge_lines
  ADD CONSTRAINT charge_lines_net_and_tax CHECK (amount_minor = net_minor + tax_minor AND net_minor >= 0 AND tax_minor >= 0),
  -- Rounded as kernel/tax.ts rounds, halves away from zero, by whole numbers alone: on top of net, or inside of gross.
  ADD CONSTRAINT charge_lines_tax_by_mode CHECK (tax_minor = CASE price_mode
    WHEN 'net' THEN div(2 * net_minor::numeric * tax_basis_points + 10000, 20000)
    ELSE div(2 * amount_minor::numeric * tax_basis_points + 10000 + tax_basis_points, 2 * (10000 + tax_basis_points)::numeric) END),
  -- A rate belongs to a category that has one (BR-S-05, BR-Z-05, BR-E-05, BR-O-05 of EN 16931).
  ADD CONSTRAINT charge_lines_rate_of_category CHECK (tax_basis_points BETWEEN 0 AND 10000
    AND CASE WHEN tax_category = 'S' THEN tax_basis_points > 0 WHEN tax_category IN ('L', 'M') THEN true ELSE tax_basis_points = 0 END),
  ADD CONSTRAINT charge_lines_service_forward CHECK (service_until > service_from),
  ADD CONSTRAINT charge_lines_billed CHECK (billed_quantity > 0 AND unit_code IN ('C62', 'MIN', 'HUR', 'DAY', 'MON')),
  ADD CONSTRAINT charge_lines_used_somewhere CHECK (resource_id IS NULL OR (resource_kind IS NOT NULL AND location_id IS NOT NULL)),
  ADD CONSTRAINT charge_lines_data_of_a_code CHECK (jsonb_typeof(data) = 'object');
