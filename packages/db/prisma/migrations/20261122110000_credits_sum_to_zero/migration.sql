-- One ledger for everything prepaid: room minutes, day passes, pages and money. Each movement is a transfer whose entries
-- sum to zero, from and to lots and the accounts beside them; nothing written is ever changed. Balances are kept beside
-- the entries by triggers, since a sum over years can't be locked, and a CHECK on a locked row is what decides between two
-- devices that spend the last hour in the same millisecond.

CREATE TYPE "credit_unit" AS ENUM ('room_minutes', 'day_passes', 'mono_pages', 'colour_pages', 'money');
CREATE TYPE "credit_source" AS ENUM ('plan', 'rollover', 'pack', 'gift', 'overdraft');
CREATE TYPE "credit_transfer_kind" AS ENUM ('grant', 'consume', 'refund', 'expire', 'rollover', 'take_back', 'repay');
CREATE TYPE "credit_account" AS ENUM ('lot', 'issued', 'used', 'breakage', 'taken_back');
CREATE TYPE "credit_hold_outcome" AS ENUM ('posted', 'voided', 'expired');
CREATE TYPE "credit_schedule_outcome" AS ENUM ('settled', 'cancelled');
CREATE TABLE "plan_allowances" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "unit" "credit_unit" NOT NULL,
    "currency" TEXT,
    "quantity" BIGINT NOT NULL,
    "rollover_cap" BIGINT NOT NULL DEFAULT 0,
    "resource_ids" UUID[],
    "resource_kinds" TEXT[],
    "location_ids" UUID[],

    CONSTRAINT "plan_allowances_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "credit_lots" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID,
    "team_id" UUID,
    "unit" "credit_unit" NOT NULL,
    "currency" TEXT,
    "source" "credit_source" NOT NULL,
    "label" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "resource_ids" UUID[],
    "resource_kinds" TEXT[],
    "location_ids" UUID[],
    "plan_id" UUID,
    "rollover_cap" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_lots_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "credit_balances" (
    "organization_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "balance" BIGINT NOT NULL DEFAULT 0,
    "held" BIGINT NOT NULL DEFAULT 0,
    "floor" BIGINT NOT NULL DEFAULT 0,
    "is_overdraft" BOOLEAN NOT NULL,

    CONSTRAINT "credit_balances_pkey" PRIMARY KEY ("lot_id")
);
CREATE TABLE "credit_transfers" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" "credit_transfer_kind" NOT NULL,
    "unit" "credit_unit" NOT NULL,
    "currency" TEXT,
    "requested" BIGINT NOT NULL,
    "person_id" UUID,
    "cause_type" TEXT NOT NULL,
    "cause_id" TEXT NOT NULL,
    "cause_label" TEXT NOT NULL,
    "reason" TEXT,
    "used_at" TIMESTAMPTZ(3),
    "hold_id" UUID,
    "actor_person_id" UUID,
    "idempotency_key" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_transfers_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "credit_entries" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "transfer_id" UUID NOT NULL,
    "account" "credit_account" NOT NULL,
    "lot_id" UUID,
    "quantity" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "credit_entries_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "credit_usages" (
    "organization_id" UUID NOT NULL,
    "cause_type" TEXT NOT NULL,
    "cause_id" TEXT NOT NULL,
    "lot_id" UUID NOT NULL,
    "quantity" BIGINT NOT NULL,

    CONSTRAINT "credit_usages_pkey" PRIMARY KEY ("organization_id","cause_type","cause_id","lot_id")
);
CREATE TABLE "credit_holds" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit" "credit_unit" NOT NULL,
    "currency" TEXT,
    "requested" BIGINT NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,
    "resource_id" UUID,
    "resource_kind" TEXT,
    "location_id" UUID,
    "may_overdraw" BOOLEAN NOT NULL,
    "cause_type" TEXT NOT NULL,
    "cause_id" TEXT NOT NULL,
    "cause_label" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_holds_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "credit_hold_parts" (
    "organization_id" UUID NOT NULL,
    "hold_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "quantity" BIGINT NOT NULL,

    CONSTRAINT "credit_hold_parts_pkey" PRIMARY KEY ("hold_id","lot_id")
);
CREATE TABLE "credit_hold_resolutions" (
    "organization_id" UUID NOT NULL,
    "hold_id" UUID NOT NULL,
    "outcome" "credit_hold_outcome" NOT NULL,
    "resolved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_hold_resolutions_pkey" PRIMARY KEY ("hold_id")
);
CREATE TABLE "credit_schedules" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit" "credit_unit" NOT NULL,
    "currency" TEXT,
    "quantity" BIGINT NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,
    "resource_id" UUID,
    "resource_kind" TEXT,
    "location_id" UUID,
    "cause_type" TEXT NOT NULL,
    "cause_id" TEXT NOT NULL,
    "cause_label" TEXT NOT NULL,
    "price_minor" BIGINT,
    "price_currency" TEXT,
    "idempotency_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "credit_schedule_outcome",
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "credit_schedules_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "plan_allowances_organization_id_plan_id_idx" ON "plan_allowances"("organization_id", "plan_id");
CREATE INDEX "credit_lots_organization_id_person_id_unit_idx" ON "credit_lots"("organization_id", "person_id", "unit");
CREATE INDEX "credit_lots_organization_id_team_id_unit_idx" ON "credit_lots"("organization_id", "team_id", "unit");
CREATE UNIQUE INDEX "credit_lots_organization_id_id_key" ON "credit_lots"("organization_id", "id");
CREATE UNIQUE INDEX "credit_balances_organization_id_lot_id_key" ON "credit_balances"("organization_id", "lot_id");
CREATE INDEX "credit_transfers_organization_id_cause_type_cause_id_idx" ON "credit_transfers"("organization_id", "cause_type", "cause_id");
CREATE UNIQUE INDEX "credit_transfers_organization_id_id_key" ON "credit_transfers"("organization_id", "id");
CREATE UNIQUE INDEX "credit_transfers_organization_id_idempotency_key_key" ON "credit_transfers"("organization_id", "idempotency_key");
CREATE INDEX "credit_entries_transfer_id_idx" ON "credit_entries"("transfer_id");
CREATE INDEX "credit_entries_lot_id_idx" ON "credit_entries"("lot_id");
CREATE INDEX "credit_holds_organization_id_expires_at_idx" ON "credit_holds"("organization_id", "expires_at");
CREATE UNIQUE INDEX "credit_holds_organization_id_id_key" ON "credit_holds"("organization_id", "id");
CREATE UNIQUE INDEX "credit_holds_organization_id_idempotency_key_key" ON "credit_holds"("organization_id", "idempotency_key");
CREATE INDEX "credit_hold_parts_lot_id_idx" ON "credit_hold_parts"("lot_id");
CREATE UNIQUE INDEX "credit_hold_resolutions_organization_id_hold_id_key" ON "credit_hold_resolutions"("organization_id", "hold_id");
CREATE INDEX "credit_schedules_organization_id_cause_type_cause_id_idx" ON "credit_schedules"("organization_id", "cause_type", "cause_id");
CREATE UNIQUE INDEX "credit_schedules_organization_id_id_key" ON "credit_schedules"("organization_id", "id");
CREATE UNIQUE INDEX "credit_schedules_organization_id_idempotency_key_key" ON "credit_schedules"("organization_id", "idempotency_key");
ALTER TABLE "plan_allowances" ADD CONSTRAINT "plan_allowances_organization_id_plan_id_fkey" FOREIGN KEY ("organization_id", "plan_id") REFERENCES "plans"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "credit_lots" ADD CONSTRAINT "credit_lots_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_lots" ADD CONSTRAINT "credit_lots_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_lots" ADD CONSTRAINT "credit_lots_organization_id_plan_id_fkey" FOREIGN KEY ("organization_id", "plan_id") REFERENCES "plans"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_balances" ADD CONSTRAINT "credit_balances_organization_id_lot_id_fkey" FOREIGN KEY ("organization_id", "lot_id") REFERENCES "credit_lots"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_transfers" ADD CONSTRAINT "credit_transfers_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_transfers" ADD CONSTRAINT "credit_transfers_organization_id_hold_id_fkey" FOREIGN KEY ("organization_id", "hold_id") REFERENCES "credit_holds"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_organization_id_transfer_id_fkey" FOREIGN KEY ("organization_id", "transfer_id") REFERENCES "credit_transfers"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_organization_id_lot_id_fkey" FOREIGN KEY ("organization_id", "lot_id") REFERENCES "credit_lots"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_usages" ADD CONSTRAINT "credit_usages_organization_id_lot_id_fkey" FOREIGN KEY ("organization_id", "lot_id") REFERENCES "credit_lots"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_holds" ADD CONSTRAINT "credit_holds_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_hold_parts" ADD CONSTRAINT "credit_hold_parts_organization_id_hold_id_fkey" FOREIGN KEY ("organization_id", "hold_id") REFERENCES "credit_holds"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_hold_parts" ADD CONSTRAINT "credit_hold_parts_organization_id_lot_id_fkey" FOREIGN KEY ("organization_id", "lot_id") REFERENCES "credit_lots"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_hold_resolutions" ADD CONSTRAINT "credit_hold_resolutions_organization_id_hold_id_fkey" FOREIGN KEY ("organization_id", "hold_id") REFERENCES "credit_holds"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_schedules" ADD CONSTRAINT "credit_schedules_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TABLE "credit_periods" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID,
    "team_id" UUID,
    "plan_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_periods_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "credit_periods" ADD CONSTRAINT "credit_periods_organization_id_person_id_fkey" FOREIGN KEY ("organization_id", "person_id") REFERENCES "people"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_periods" ADD CONSTRAINT "credit_periods_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credit_periods" ADD CONSTRAINT "credit_periods_organization_id_plan_id_fkey" FOREIGN KEY ("organization_id", "plan_id") REFERENCES "plans"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma can't model.
ALTER TABLE plan_allowances
  ADD CONSTRAINT plan_allowances_positive CHECK (quantity > 0 AND rollover_cap >= 0),
  ADD CONSTRAINT plan_allowances_scoped CHECK (num_nulls(resource_ids, resource_kinds, location_ids) = 0),
  ADD CONSTRAINT plan_allowances_money_has_a_currency CHECK ((unit = 'money') = (currency IS NOT NULL));
ALTER TABLE credit_lots
  ADD CONSTRAINT credit_lots_of_one_owner CHECK (num_nonnulls(person_id, team_id) = 1),
  ADD CONSTRAINT credit_lots_money_has_a_currency CHECK ((unit = 'money') = (currency IS NOT NULL)),
  ADD CONSTRAINT credit_lots_scoped CHECK (num_nulls(resource_ids, resource_kinds, location_ids) = 0),
  ADD CONSTRAINT credit_lots_end_after_start CHECK (expires_at > starts_at),
  ADD CONSTRAINT credit_lots_rollover_cap CHECK (rollover_cap >= 0),
  ADD CONSTRAINT credit_lots_of_a_plan CHECK ((source IN ('plan', 'rollover')) = (plan_id IS NOT NULL));
ALTER TABLE credit_periods
  ADD CONSTRAINT credit_periods_of_one_owner CHECK (num_nonnulls(person_id, team_id) = 1);
ALTER TABLE credit_balances
  ADD CONSTRAINT credit_balances_never_below_floor CHECK (balance - held >= floor),
  ADD CONSTRAINT credit_balances_held CHECK (held >= 0),
  ADD CONSTRAINT credit_balances_only_overdrafts_owe CHECK (floor = 0 OR (is_overdraft AND floor < 0));
ALTER TABLE credit_transfers ADD CONSTRAINT credit_transfers_ask_for_something CHECK (requested > 0);
ALTER TABLE credit_entries
  ADD CONSTRAINT credit_entries_move_something CHECK (quantity <> 0),
  ADD CONSTRAINT credit_entries_of_a_lot CHECK ((account = 'lot') = (lot_id IS NOT NULL));
ALTER TABLE credit_usages ADD CONSTRAINT credit_usages_refunded_once CHECK (quantity >= 0);
ALTER TABLE credit_holds ADD CONSTRAINT credit_holds_ask_for_something CHECK (requested > 0);
ALTER TABLE credit_hold_parts ADD CONSTRAINT credit_hold_parts_hold_something CHECK (quantity > 0);
ALTER TABLE credit_schedules
  ADD CONSTRAINT credit_schedules_ask_for_something CHECK (quantity > 0),
  ADD CONSTRAINT credit_schedules_priced CHECK (price_minor >= 0 AND (price_minor IS NULL) = (price_currency IS NULL)),
  ADD CONSTRAINT credit_schedules_resolved_at_a_time CHECK ((outcome IS NULL) = (resolved_at IS NULL));

-- A period is opened once with each plan, by whoever comes first.
CREATE UNIQUE INDEX credit_periods_open_once ON credit_periods (organization_id, coalesce(person_id, team_id), starts_at, ordinal)
  WHERE ordinal >= 0; -- partial only so that Prisma, which models no expressions, leaves it alone
-- Each owner has at most one overdraft of a unit.
CREATE UNIQUE INDEX credit_lots_one_overdraft ON credit_lots (organization_id, coalesce(person_id, team_id), unit, coalesce(currency, ''))
  WHERE source = 'overdraft';
CREATE INDEX credit_schedules_open ON credit_schedules (organization_id, person_id, used_at) WHERE outcome IS NULL;

CREATE FUNCTION open_credit_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO credit_balances (organization_id, lot_id, is_overdraft) VALUES (NEW.organization_id, NEW.id, NEW.source = 'overdraft');
  RETURN NULL;
END $$;
CREATE TRIGGER credit_lots_have_a_balance AFTER INSERT ON credit_lots FOR EACH ROW EXECUTE FUNCTION open_credit_balance();

-- An entry moves its lot's balance; the CHECK on the balance refuses what is not there, after waiting for whoever else is
-- at that lot. What a cause has used is kept apart for each lot, so that a refund can't give back more than was taken.
CREATE FUNCTION post_credit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  moved record;
BEGIN
  SELECT t.kind, t.cause_type, t.cause_id, t.xmin = pg_current_xact_id()::xid AS is_new,
    t.unit = l.unit AND t.currency IS NOT DISTINCT FROM l.currency AS is_same_unit
  INTO STRICT moved
  FROM credit_transfers t LEFT JOIN credit_lots l ON l.id = NEW.lot_id WHERE t.id = NEW.transfer_id;
  IF NOT moved.is_new THEN
    RAISE EXCEPTION 'Transfer % is complete.', NEW.transfer_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'credit_transfers_are_whole';
  END IF;
  IF NEW.lot_id IS NULL THEN RETURN NULL; END IF;
  IF NOT moved.is_same_unit THEN
    RAISE EXCEPTION 'Transfer % is in another unit than its lot.', NEW.transfer_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'credit_transfers_keep_their_unit';
  END IF;
  UPDATE credit_balances SET balance = balance + NEW.quantity WHERE lot_id = NEW.lot_id;
  IF moved.kind = 'consume' THEN
    INSERT INTO credit_usages (organization_id, cause_type, cause_id, lot_id, quantity)
    VALUES (NEW.organization_id, moved.cause_type, moved.cause_id, NEW.lot_id, -NEW.quantity)
    ON CONFLICT (organization_id, cause_type, cause_id, lot_id) DO UPDATE SET quantity = credit_usages.quantity + EXCLUDED.quantity;
  ELSIF moved.kind = 'refund' THEN
    UPDATE credit_usages SET quantity = quantity - NEW.quantity WHERE organization_id = NEW.organization_id
      AND cause_type = moved.cause_type AND cause_id = moved.cause_id AND lot_id = NEW.lot_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'Nothing of lot % was used for this.', NEW.lot_id
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'credit_usages_refunded_once';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER credit_entries_move_balances AFTER INSERT ON credit_entries FOR EACH ROW EXECUTE FUNCTION post_credit_entry();

CREATE FUNCTION require_zero_sum() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF (SELECT sum(quantity) FROM credit_entries WHERE transfer_id = NEW.transfer_id) <> 0 THEN
    RAISE EXCEPTION 'The entries of transfer % do not sum to zero.', NEW.transfer_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'credit_transfers_sum_to_zero';
  END IF;
  RETURN NULL;
END $$;
-- Deferred, since a transfer's entries are written one after another. One look for a transfer is enough.
CREATE CONSTRAINT TRIGGER credit_transfers_sum_to_zero AFTER INSERT ON credit_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_zero_sum();

CREATE FUNCTION take_into_hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM credit_holds WHERE id = NEW.hold_id AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'Hold % is complete.', NEW.hold_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'credit_holds_are_whole';
  END IF;
  UPDATE credit_balances SET held = held + NEW.quantity WHERE lot_id = NEW.lot_id;
  RETURN NULL;
END $$;
CREATE TRIGGER credit_hold_parts_are_held AFTER INSERT ON credit_hold_parts FOR EACH ROW EXECUTE FUNCTION take_into_hold();

-- The primary key of the resolutions lets a hold end once; ending gives back what it held, whatever comes of it.
CREATE FUNCTION give_back_hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE credit_balances b SET held = b.held - p.quantity FROM credit_hold_parts p WHERE p.hold_id = NEW.hold_id AND b.lot_id = p.lot_id;
  RETURN NULL;
END $$;
CREATE TRIGGER credit_hold_resolutions_give_back AFTER INSERT ON credit_hold_resolutions FOR EACH ROW EXECUTE FUNCTION give_back_hold();

CREATE FUNCTION refuse_second_resolution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Schedule % is resolved.', OLD.id
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'credit_schedules_resolve_once';
END $$;
CREATE TRIGGER credit_schedules_resolve_once BEFORE UPDATE ON credit_schedules
  FOR EACH ROW WHEN (OLD.outcome IS NOT NULL) EXECUTE FUNCTION refuse_second_resolution();

-- Who has work for the ledger's jobs, which have no organization of their own: plans that give, lots and holds past their time.
CREATE FUNCTION organizations_with_credit_work(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT organization_id FROM plan_allowances
  UNION SELECT organization_id FROM credit_schedules WHERE outcome IS NULL AND used_at <= p_now
  UNION SELECT l.organization_id FROM credit_lots l JOIN credit_balances b ON b.lot_id = l.id WHERE l.expires_at <= p_now AND b.balance - b.held > 0
  UNION SELECT h.organization_id FROM credit_holds h
    WHERE h.expires_at <= p_now AND NOT EXISTS (SELECT FROM credit_hold_resolutions r WHERE r.hold_id = h.id)
$$;
REVOKE EXECUTE ON FUNCTION organizations_with_credit_work FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_credit_work TO working_social_app;

-- The app writes once and reads; balances and usages are the triggers' alone. (A right to update any column is also what
-- SELECT … FOR UPDATE needs.)
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_allowances TO working_social_app;
GRANT SELECT, INSERT ON credit_periods, credit_lots, credit_transfers, credit_entries, credit_holds, credit_hold_parts, credit_hold_resolutions, credit_schedules
  TO working_social_app;
GRANT SELECT ON credit_balances, credit_usages TO working_social_app;
GRANT UPDATE (floor) ON credit_balances TO working_social_app;
GRANT UPDATE (outcome, resolved_at) ON credit_schedules TO working_social_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan_allowances', 'credit_periods', 'credit_lots', 'credit_balances', 'credit_transfers', 'credit_entries', 'credit_usages',
    'credit_holds', 'credit_hold_parts', 'credit_hold_resolutions', 'credit_schedules']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($policy$CREATE POLICY own_organization ON %I TO working_social_app
      USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid))$policy$, t);
  END LOOP;
END $$;
