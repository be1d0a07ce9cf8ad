-- The code reads lists without null, and kinds and paper sizes of a few names; the tables said nothing of it. A list could be null, or
-- hold one, and a kind could be any text. What the code believes now stands where it can't be missed.
UPDATE resources SET features = coalesce(array_remove(features, NULL), '{}')
  WHERE features IS NULL OR array_position(features, NULL) IS NOT NULL;
UPDATE rates SET weekdays = '{}' WHERE weekdays IS NULL;
UPDATE locations SET approval_reminder_hours = array_remove(approval_reminder_hours, NULL)
  WHERE array_position(approval_reminder_hours, NULL) IS NOT NULL;

ALTER TABLE "resources" ALTER COLUMN "features" SET DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "rates" ALTER COLUMN "weekdays" SET DEFAULT ARRAY[]::SMALLINT[];

ALTER TABLE resources
  ADD CONSTRAINT resources_features_are_said CHECK (features IS NOT NULL AND array_position(features, NULL) IS NULL);
-- No null is in a list of names, so that rates_weekdays leaves none in either.
ALTER TABLE rates ADD CONSTRAINT rates_weekdays_are_said CHECK (weekdays IS NOT NULL);
ALTER TABLE locations
  ADD CONSTRAINT locations_reminders_are_said CHECK (array_position(approval_reminder_hours, NULL) IS NULL);

ALTER TABLE plan_allowances
  ADD CONSTRAINT plan_allowances_of_kinds CHECK (resource_kinds <@ ARRAY['room', 'booth', 'hot_desk', 'dedicated_desk', 'equipment']),
  ADD CONSTRAINT plan_allowances_of_something CHECK (array_position(resource_ids, NULL) IS NULL AND array_position(location_ids, NULL) IS NULL);
ALTER TABLE credit_lots
  ADD CONSTRAINT credit_lots_of_kinds CHECK (resource_kinds <@ ARRAY['room', 'booth', 'hot_desk', 'dedicated_desk', 'equipment']),
  ADD CONSTRAINT credit_lots_of_something CHECK (array_position(resource_ids, NULL) IS NULL AND array_position(location_ids, NULL) IS NULL);
ALTER TABLE credit_packs
  ADD CONSTRAINT credit_packs_of_kinds CHECK (resource_kinds <@ ARRAY['room', 'booth', 'hot_desk', 'dedicated_desk', 'equipment']),
  ADD CONSTRAINT credit_packs_of_something CHECK (array_position(resource_ids, NULL) IS NULL AND array_position(location_ids, NULL) IS NULL);

ALTER TABLE print_prices
  ADD CONSTRAINT print_prices_of_a_size CHECK (paper_size IN ('A4', 'A3', 'A5', 'Letter', 'Legal', 'Tabloid', 'other'));
ALTER TABLE print_jobs
  ADD CONSTRAINT print_jobs_of_a_size CHECK (paper_size IN ('A4', 'A3', 'A5', 'Letter', 'Legal', 'Tabloid', 'other'));
ALTER TABLE print_devices
  ADD CONSTRAINT print_devices_of_a_size CHECK (default_paper_size IN ('A4', 'A3', 'A5', 'Letter', 'Legal', 'Tabloid', 'other'));

ALTER TABLE limits.budgets ADD CONSTRAINT budgets_used_are_said CHECK (array_position(used, NULL) IS NULL);
