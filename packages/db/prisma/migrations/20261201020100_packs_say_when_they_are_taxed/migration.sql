-- A pack is a voucher (Directive 2006/112/EC, articles 30a to 32 and 73a). Single-purpose: what it pays for is known when it is sold, and taxed
-- then; using it is no sale any more. Multi-purpose: selling it is outside of tax, and each use is taxed, at the rate of what it pays
-- for, on what was paid for the credits that it takes. Which of the two stands on the pack, what is still to be taxed stands on the
-- lot, and each use of that is written down when it happens: nobody has to guess later.

CREATE TYPE "pack_purpose" AS ENUM ('single_purpose', 'multi_purpose');
-- As it was: packs were sold without tax, at the price that they say.
ALTER TABLE "credit_packs" ADD COLUMN "purpose" "pack_purpose" NOT NULL DEFAULT 'multi_purpose',
  ADD COLUMN "price_mode" "price_mode" NOT NULL DEFAULT 'gross';
GRANT UPDATE (price_mode) ON credit_packs TO working_social_app;

-- Copier prices were what was paid.
ALTER TABLE "locations" ADD COLUMN "print_price_mode" "price_mode" NOT NULL DEFAULT 'gross';

-- What was paid for so many credits of a lot, and is taxed as they are used; null: nothing is.
ALTER TABLE "credit_lots" ADD COLUMN "prepaid_minor" BIGINT,
  ADD COLUMN "prepaid_currency" TEXT,
  ADD COLUMN "prepaid_quantity" BIGINT;
ALTER TABLE credit_lots ADD CONSTRAINT credit_lots_prepaid CHECK (num_nonnulls(prepaid_minor, prepaid_currency, prepaid_quantity) IN (0, 3)
  AND prepaid_minor > 0 AND prepaid_quantity > 0 AND prepaid_currency ~ '^[A-Z]{3}$');

-- Packs of before were charged without tax: what is left of them is taxed when it is used, on its share of the price. What
-- was used before this day was not, and stays so.
UPDATE credit_lots l SET prepaid_minor = v.minor, prepaid_currency = v.currency, prepaid_quantity = v.quantity FROM (
  SELECT e.lot_id, b.balance AS quantity, k.price_currency AS currency,
    p.price_minor - div(2 * p.price_minor::numeric * (e.quantity - b.balance) + e.quantity, 2 * e.quantity::numeric)::bigint AS minor
  FROM credit_pack_purchases p JOIN credit_packs k ON k.id = p.pack_id
  JOIN credit_transfers t ON t.organization_id = p.organization_id AND t.cause_type = 'pack_purchase' AND t.cause_id = p.id::text AND t.kind = 'grant'
  JOIN credit_entries e ON e.transfer_id = t.id AND e.lot_id IS NOT NULL
  JOIN credit_balances b ON b.lot_id = e.lot_id
  WHERE b.balance > 0 AND b.balance <= e.quantity) v
WHERE l.id = v.lot_id AND v.minor > 0;

-- Where credits are used, and the tax of what they pay for there.
ALTER TABLE "credit_transfers" ADD COLUMN "location_id" UUID,
  ADD COLUMN "tax_category" "tax_category",
  ADD COLUMN "tax_basis_points" INTEGER;
CREATE INDEX "credit_transfers_organization_id_location_id_idx" ON "credit_transfers"("organization_id", "location_id");
ALTER TABLE "credit_transfers" ADD CONSTRAINT "credit_transfers_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE credit_transfers ADD CONSTRAINT credit_transfers_taxed_somewhere CHECK (num_nonnulls(location_id, tax_category, tax_basis_points) IN (0, 3));

CREATE TABLE "pack_redemptions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "transfer_id" UUID NOT NULL,
    "cause_type" TEXT NOT NULL,
    "cause_id" TEXT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "location_id" UUID NOT NULL,
    "tax_category" "tax_category" NOT NULL,
    "tax_basis_points" INTEGER NOT NULL,
    "redeemed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pack_redemptions_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "pack_redemptions_organization_id_cause_type_cause_id_idx" ON "pack_redemptions"("organization_id", "cause_type", "cause_id");
CREATE INDEX "pack_redemptions_organization_id_location_id_idx" ON "pack_redemptions"("organization_id", "location_id");
CREATE UNIQUE INDEX "pack_redemptions_organization_id_id_key" ON "pack_redemptions"("organization_id", "id");
CREATE UNIQUE INDEX "pack_redemptions_lot_id_transfer_id_key" ON "pack_redemptions"("lot_id", "transfer_id");
CREATE INDEX "pack_redemptions_transfer_id_idx" ON "pack_redemptions"("transfer_id");
ALTER TABLE "pack_redemptions" ADD CONSTRAINT "pack_redemptions_organization_id_lot_id_fkey" FOREIGN KEY ("organization_id", "lot_id") REFERENCES "credit_lots"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pack_redemptions" ADD CONSTRAINT "pack_redemptions_organization_id_transfer_id_fkey" FOREIGN KEY ("organization_id", "transfer_id") REFERENCES "credit_transfers"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pack_redemptions" ADD CONSTRAINT "pack_redemptions_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE pack_redemptions ADD CONSTRAINT pack_redemptions_of_credits CHECK (quantity <> 0 AND amount_minor * sign(quantity) >= 0);

-- Part of what was paid for the first `used` of a lot's credits (rule 2: parts add up to the whole, whatever is used in which steps).
CREATE FUNCTION prepaid_part(prepaid_minor bigint, prepaid_quantity bigint, used bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT div(2 * prepaid_minor::numeric * least(used, prepaid_quantity) + prepaid_quantity, 2 * prepaid_quantity::numeric)::bigint
$$;

-- Whoever moves credits redeems: no way to use them is left out. The lot's balance is locked by now, since
-- credit_entries_move_balances goes first by its name: the sum of before can't change. What comes back has the tax that it was
-- used at; what had been used before uses were written down comes back as it went, and nothing that expires or is taken
-- back was ever sold.
CREATE FUNCTION redeem_pack() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  lot record;
  moved record;
  before bigint;
BEGIN
  IF NEW.lot_id IS NULL THEN RETURN NULL; END IF;
  SELECT l.prepaid_minor, l.prepaid_currency, l.prepaid_quantity INTO STRICT lot FROM credit_lots l WHERE l.id = NEW.lot_id;
  IF lot.prepaid_minor IS NULL THEN RETURN NULL; END IF;
  SELECT t.kind, t.cause_type, t.cause_id, t.location_id, t.tax_category, t.tax_basis_points, t.posted_at INTO STRICT moved
  FROM credit_transfers t WHERE t.id = NEW.transfer_id;
  IF moved.kind NOT IN ('consume', 'repay', 'refund') THEN RETURN NULL; END IF;
  IF moved.kind = 'refund' THEN
    SELECT moved.kind, r.cause_type, r.cause_id, r.location_id, r.tax_category, r.tax_basis_points, moved.posted_at INTO moved
    FROM pack_redemptions r WHERE r.organization_id = NEW.organization_id AND r.cause_type = moved.cause_type
      AND r.cause_id = moved.cause_id AND r.lot_id = NEW.lot_id ORDER BY r.redeemed_at DESC, r.id DESC LIMIT 1;
    IF NOT FOUND THEN RETURN NULL; END IF;
  ELSIF moved.location_id IS NULL THEN
    RAISE EXCEPTION 'Nobody knows where transfer % uses a pack, and at which tax.', NEW.transfer_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'pack_redemptions_know_their_tax';
  END IF;
  SELECT coalesce(sum(r.quantity), 0) INTO before FROM pack_redemptions r WHERE r.lot_id = NEW.lot_id;
  INSERT INTO pack_redemptions (id, organization_id, lot_id, transfer_id, cause_type, cause_id, quantity, amount_minor, currency, location_id,
    tax_category, tax_basis_points, redeemed_at)
  VALUES (gen_random_uuid(), NEW.organization_id, NEW.lot_id, NEW.transfer_id, moved.cause_type, moved.cause_id, -NEW.quantity,
    prepaid_part(lot.prepaid_minor, lot.prepaid_quantity, before - NEW.quantity) - prepaid_part(lot.prepaid_minor, lot.prepaid_quantity, before),
    lot.prepaid_currency, moved.location_id, moved.tax_category, moved.tax_basis_points, moved.posted_at);
  RETURN NULL;
END $$;
CREATE TRIGGER credit_entries_redeem_packs AFTER INSERT ON credit_entries FOR EACH ROW EXECUTE FUNCTION redeem_pack();

GRANT SELECT ON pack_redemptions TO working_social_app;
ALTER TABLE pack_redemptions ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON pack_redemptions TO working_social_app
  USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid));
