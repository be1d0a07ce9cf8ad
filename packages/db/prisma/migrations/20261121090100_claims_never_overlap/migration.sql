-- Two people can press Book in the same millisecond; only the database sees both. An exclusion constraint decides, on
-- the claimed unit and the half-open time [starts_at, ends_at) that already includes the buffers. A check in the code
-- before the insert would let both through. btree_gist lets a GiST index compare unit_id with "=".
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE claims
  ADD CONSTRAINT claims_end_after_start CHECK (ends_at > starts_at),
  ADD CONSTRAINT claims_never_overlap EXCLUDE USING gist
    (unit_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&) WHERE (released_at IS NULL);

-- Row-level security keeps the planner from using the GiST index in our own queries (range operators are not
-- leakproof). This index serves them instead: since claims on a unit never overlap, at most one claim starts before a
-- span and reaches into it, and it is the last one that starts before. The organization is in it so that the policy of the
-- row, too, is decided without a look at the row.
CREATE INDEX claims_active_by_unit ON claims (unit_id, starts_at) INCLUDE (ends_at, booking_id, organization_id) WHERE released_at IS NULL;

-- A feed or a list asks for bookings that somebody can still see; most questions are about active ones.
CREATE INDEX bookings_held_until ON bookings (hold_expires_at) WHERE status = 'held';

ALTER TABLE bookings
  ADD CONSTRAINT bookings_end_after_start CHECK (ends_at > starts_at),
  ADD CONSTRAINT bookings_holds_expire CHECK ((status = 'held') = (hold_expires_at IS NOT NULL)),
  ADD CONSTRAINT bookings_cancelled_at_a_time CHECK (status <> 'cancelled' OR cancelled_at IS NOT NULL),
  ADD CONSTRAINT bookings_fee_not_negative CHECK (cancellation_fee_minor >= 0),
  ADD CONSTRAINT bookings_title_length CHECK (char_length(title) <= 500),
  ADD CONSTRAINT bookings_sequence_counts_up CHECK (sequence >= 0);

-- A booking that is over in any way gives its units back, whatever code ended it.
CREATE FUNCTION release_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE claims SET released_at = NEW.changed_at WHERE booking_id = NEW.id AND released_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER bookings_release_claims AFTER UPDATE OF status ON bookings
  FOR EACH ROW WHEN (NEW.status IN ('cancelled', 'declined', 'expired', 'deleted')) EXECUTE FUNCTION release_claims();

ALTER TABLE opening_hours
  ADD CONSTRAINT opening_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
  ADD CONSTRAINT opening_hours_forward CHECK (opens_minute BETWEEN 0 AND 1439 AND closes_minute > opens_minute AND closes_minute <= 2880);
ALTER TABLE opening_exceptions
  ADD CONSTRAINT opening_exceptions_forward CHECK (
    (opens_minute IS NULL AND closes_minute IS NULL)
    OR (opens_minute BETWEEN 0 AND 1439 AND closes_minute > opens_minute AND closes_minute <= 2880));
ALTER TABLE booking_rule_audiences
  ADD CONSTRAINT booking_rule_audiences_one_each CHECK (num_nonnulls(plan_id, team_id, role) = 1);
ALTER TABLE booking_rules
  ADD CONSTRAINT booking_rules_positive CHECK (
    granularity_minutes > 0 AND hold_minutes > 0 AND least(min_length_minutes, max_length_minutes, min_notice_minutes,
      window_days, buffer_before_minutes, buffer_after_minutes, max_concurrent_per_person, max_concurrent_per_team,
      max_minutes_per_day_per_person, max_minutes_per_day_per_team, max_upcoming_per_person, max_upcoming_per_team) >= 0);
ALTER TABLE rates
  ADD CONSTRAINT rates_band_forward CHECK (band_from_minute >= 0 AND band_to_minute > band_from_minute AND band_to_minute <= 1440),
  ADD CONSTRAINT rates_not_negative CHECK (price_minor >= 0 AND minimum_charge_minor >= 0),
  ADD CONSTRAINT rates_weekdays CHECK (weekdays <@ ARRAY[1,2,3,4,5,6,7]::smallint[]);
ALTER TABLE cancellation_tiers
  ADD CONSTRAINT cancellation_tiers_percent CHECK (fee_percent BETWEEN 0 AND 100 AND hours_before >= 0);
ALTER TABLE locations
  ADD CONSTRAINT locations_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT locations_tax CHECK (tax_basis_points BETWEEN 0 AND 10000);
ALTER TABLE resources
  ADD CONSTRAINT resources_capacity_positive CHECK (capacity > 0);
ALTER TABLE people
  ADD CONSTRAINT people_email_lower_case CHECK (email = lower(email));
-- The lines of a quote are checked against its totals by check:invariants; the totals against each other here.
ALTER TABLE quotes
  ADD CONSTRAINT quotes_add_up CHECK (subtotal_minor + tax_minor = total_minor AND total_minor >= 0);
