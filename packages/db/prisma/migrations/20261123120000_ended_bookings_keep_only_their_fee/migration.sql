-- A booking that ends gives its credits back, all but those that its policy keeps. They are written down with it, like
-- the fee in money, and each transaction of the app proves at its commit that no more than these stayed used or promised:
-- a fault of ours that forgot to give back, or that paid for what is over, would cost somebody their hours in silence.

ALTER TABLE "bookings" ADD COLUMN "cancellation_fee_credits" JSONB;

-- What Prisma can't model.
ALTER TABLE bookings
  ADD CONSTRAINT bookings_kept_credits_of_cancelled CHECK (cancellation_fee_credits IS NULL OR status = 'cancelled'),
  ADD CONSTRAINT bookings_kept_credits_listed CHECK (jsonb_typeof(cancellation_fee_credits) = 'array'),
  ADD CONSTRAINT bookings_kept_credits_positive
    CHECK (NOT jsonb_path_exists(cancellation_fee_credits, '$[*] ? (!(@.quantity > 0) || !(exists (@.unit)))'));

-- Money is left out: it pays charges, and billing gives it back with them.
CREATE FUNCTION require_credits_given_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  written uuid;
  ended record;
  kept record;
BEGIN
  IF TG_TABLE_NAME = 'bookings' THEN
    written := NEW.id;
  ELSE
    -- Other causes of this type have no booking: a ledger may be older than its bookings, or another's.
    BEGIN
      written := (to_jsonb(NEW) ->> 'cause_id')::uuid;
    EXCEPTION WHEN invalid_text_representation THEN RETURN NULL;
    END;
  END IF;
  SELECT b.organization_id, coalesce(b.cancellation_fee_credits, '[]') AS fee INTO ended FROM bookings b
  WHERE b.id = written AND b.status NOT IN ('held', 'pending_approval', 'confirmed');
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT u.unit INTO kept
  FROM (SELECT l.unit, u.quantity FROM credit_usages u JOIN credit_lots l ON l.id = u.lot_id
      WHERE u.organization_id = ended.organization_id AND u.cause_type = 'booking' AND u.cause_id = written::text AND l.unit <> 'money'
    UNION ALL SELECT s.unit, s.quantity FROM credit_schedules s
      WHERE s.organization_id = ended.organization_id AND s.cause_type = 'booking' AND s.cause_id = written::text AND s.outcome IS NULL) u
  GROUP BY u.unit
  HAVING sum(u.quantity) > coalesce((SELECT sum((f ->> 'quantity')::bigint) FROM jsonb_array_elements(ended.fee) f WHERE f ->> 'unit' = u.unit::text), 0)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Booking % is over and keeps more % than its cancellation costs.', written, kept.unit
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'bookings_give_back_their_credits';
  END IF;
  RETURN NULL;
END $$;

-- The owner is let past, as by bookings_hold_what_they_promise: check:invariants asks the same of the whole database.
CREATE CONSTRAINT TRIGGER bookings_give_back_their_credits AFTER INSERT OR UPDATE ON bookings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (current_user = 'working_social_app' AND NEW.status NOT IN ('held', 'pending_approval', 'confirmed'))
  EXECUTE FUNCTION require_credits_given_back();
CREATE CONSTRAINT TRIGGER credit_transfers_pay_for_live_bookings AFTER INSERT ON credit_transfers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (current_user = 'working_social_app' AND NEW.cause_type = 'booking' AND NEW.kind = 'consume' AND NEW.unit <> 'money')
  EXECUTE FUNCTION require_credits_given_back();
CREATE CONSTRAINT TRIGGER credit_schedules_promise_to_live_bookings AFTER INSERT ON credit_schedules
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_user = 'working_social_app' AND NEW.cause_type = 'booking')
  EXECUTE FUNCTION require_credits_given_back();

GRANT UPDATE (cancellation_fee_credits) ON bookings TO working_social_app;
