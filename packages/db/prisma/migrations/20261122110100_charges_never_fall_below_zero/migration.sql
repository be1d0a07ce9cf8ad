-- What credits don't cover is owed: an open charge for each cause, with its lines, until an invoice takes it. Written once;
-- what changes it later is an adjustment of its own, and no line may fall below zero, whoever adjusts in the same moment.

CREATE TABLE "charges" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "team_id" UUID,
    "cause_type" TEXT NOT NULL,
    "cause_id" TEXT NOT NULL,
    "cause_label" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "charges_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "charge_lines" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "charge_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "unit" "credit_unit",
    "quantity" BIGINT,
    "used_at" TIMESTAMPTZ(3),
    "resource_id" UUID,
    "resource_kind" TEXT,
    "location_id" UUID,

    CONSTRAINT "charge_lines_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "charge_adjustments" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "quantity" BIGINT NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "credit_transfer_id" UUID,
    "idempotency_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "charge_adjustments_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "charges_organization_id_person_id_idx" ON "charges"("organization_id", "person_id");
CREATE INDEX "charges_organization_id_cause_type_cause_id_idx" ON "charges"("organization_id", "cause_type", "cause_id");
CREATE UNIQUE INDEX "charges_organization_id_id_key" ON "charges"("organization_id", "id");
CREATE UNIQUE INDEX "charges_organization_id_idempotency_key_key" ON "charges"("organization_id", "idempotency_key");
CREATE UNIQUE INDEX "charge_lines_organization_id_id_key" ON "charge_lines"("organization_id", "id");
CREATE UNIQUE INDEX "charge_lines_charge_id_position_key" ON "charge_lines"("charge_id", "position");
CREATE INDEX "charge_adjustments_line_id_idx" ON "charge_adjustments"("line_id");
CREATE UNIQUE INDEX "charge_adjustments_organization_id_idempotency_key_key" ON "charge_adjustments"("organization_id", "idempotency_key");
ALTER TABLE "charges" ADD CONSTRAINT "charges_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "charges" ADD CONSTRAINT "charges_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "charge_lines" ADD CONSTRAINT "charge_lines_organization_id_charge_id_fkey" FOREIGN KEY ("organization_id", "charge_id") REFERENCES "charges"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "charge_adjustments" ADD CONSTRAINT "charge_adjustments_organization_id_line_id_fkey" FOREIGN KEY ("organization_id", "line_id") REFERENCES "charge_lines"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "charge_adjustments" ADD CONSTRAINT "charge_adjustments_organization_id_credit_transfer_id_fkey" FOREIGN KEY ("organization_id", "credit_transfer_id") REFERENCES "credit_transfers"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma can't model.
ALTER TABLE charges
  ADD CONSTRAINT charges_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT charges_not_negative CHECK (amount_minor >= 0);
ALTER TABLE charge_lines
  ADD CONSTRAINT charge_lines_not_negative CHECK (amount_minor >= 0),
  ADD CONSTRAINT charge_lines_usage CHECK (num_nonnulls(unit, quantity, used_at) IN (0, 3) AND quantity > 0);
ALTER TABLE charge_adjustments ADD CONSTRAINT charge_adjustments_take_usage CHECK (quantity >= 0);

-- Adjustments of one line come one after another, and see each other: the lock is on the line.
CREATE FUNCTION keep_charge_line_positive() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  line record;
BEGIN
  PERFORM FROM charge_lines WHERE id = NEW.line_id FOR NO KEY UPDATE;
  SELECT l.amount_minor + coalesce(sum(a.amount_minor), 0) AS open_minor, coalesce(l.quantity, 0) - coalesce(sum(a.quantity), 0) AS open_quantity
  INTO STRICT line
  FROM charge_lines l LEFT JOIN charge_adjustments a ON a.line_id = l.id WHERE l.id = NEW.line_id GROUP BY l.id;
  IF line.open_minor < 0 OR line.open_quantity < 0 THEN
    RAISE EXCEPTION 'Charge line % would fall below zero.', NEW.line_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charge_lines_never_below_zero';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER charge_lines_never_below_zero AFTER INSERT ON charge_adjustments FOR EACH ROW EXECUTE FUNCTION keep_charge_line_positive();

CREATE FUNCTION require_charge_total() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  owed uuid := CASE TG_TABLE_NAME WHEN 'charges' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'charge_id')::uuid END;
BEGIN
  IF (SELECT c.amount_minor <> coalesce((SELECT sum(l.amount_minor) FROM charge_lines l WHERE l.charge_id = c.id), 0) FROM charges c WHERE c.id = owed) THEN
    RAISE EXCEPTION 'The lines of charge % do not sum to its amount.', owed
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charges_sum_their_lines';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER charges_sum_their_lines AFTER INSERT ON charges
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_charge_total();
CREATE CONSTRAINT TRIGGER charge_lines_sum_to_their_charge AFTER INSERT ON charge_lines
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_charge_total();

GRANT SELECT, INSERT ON charges, charge_lines, charge_adjustments TO working_social_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['charges', 'charge_lines', 'charge_adjustments'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY own_organization ON %I TO working_social_app
      USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid))$policy$, t);
  END LOOP;
END $$;
