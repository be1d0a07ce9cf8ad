-- A person who has been here for years has hundreds of lots that are used up, and every look at a day asks what they can
-- spend. A balance says whose it is and whether anything is in it, so that the index holds only the lots that matter.
-- The flag is a column of its own, and not the predicate: most movements leave it as it is, and then no index is written.
ALTER TABLE "credit_balances" ADD COLUMN "owner_id" UUID;
ALTER TABLE "credit_balances" ADD COLUMN "is_alive" BOOLEAN NOT NULL GENERATED ALWAYS AS (balance <> 0 OR held <> 0 OR floor <> 0) STORED;
UPDATE credit_balances b SET owner_id = coalesce(l.person_id, l.team_id) FROM credit_lots l WHERE l.id = b.lot_id;
ALTER TABLE "credit_balances" ALTER COLUMN "owner_id" SET NOT NULL;

CREATE OR REPLACE FUNCTION open_credit_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO credit_balances (organization_id, lot_id, owner_id, is_overdraft)
  VALUES (NEW.organization_id, NEW.id, coalesce(NEW.person_id, NEW.team_id), NEW.source = 'overdraft');
  RETURN NULL;
END $$;

CREATE INDEX credit_balances_alive ON credit_balances (organization_id, owner_id) WHERE is_alive;

-- What a booking holds is found by the booking.
CREATE INDEX "credit_holds_organization_id_cause_type_cause_id_idx" ON "credit_holds"("organization_id", "cause_type", "cause_id");
-- What an owner's plan gave for a period is asked at each opening.
CREATE INDEX credit_lots_of_plans ON credit_lots (organization_id, coalesce(person_id, team_id), starts_at) WHERE plan_id IS NOT NULL;
