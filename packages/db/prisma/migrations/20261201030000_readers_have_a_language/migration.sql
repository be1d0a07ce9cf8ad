-- People read in a language, with the dates, numbers and hours of a region, on every device of theirs and in every mail. Null:
-- nobody chose, so their browser decides, and where there is none, their location. A location always has a language; its
-- region decides for mails and kiosks. Which languages there are is for the program to say (`packages/kernel/src/texts`): it
-- falls back from one that it does not speak, so that a later version's choice survives an earlier one.
ALTER TABLE people ADD COLUMN language TEXT, ADD COLUMN region TEXT, ADD COLUMN hour_cycle TEXT;
ALTER TABLE locations ADD COLUMN language TEXT NOT NULL DEFAULT 'en', ADD COLUMN region TEXT;

-- Subtags of BCP 47: what is none can't be asked of Intl.
ALTER TABLE people ADD CONSTRAINT people_language_is_a_subtag CHECK (language ~ '^[a-z]{2,3}$');
ALTER TABLE people ADD CONSTRAINT people_region_is_a_subtag CHECK (region ~ '^([A-Z]{2}|[0-9]{3})$');
ALTER TABLE people ADD CONSTRAINT people_hour_cycle_is_known CHECK (hour_cycle IN ('h12', 'h23'));
ALTER TABLE locations ADD CONSTRAINT locations_language_is_a_subtag CHECK (language ~ '^[a-z]{2,3}$');
ALTER TABLE locations ADD CONSTRAINT locations_region_is_a_subtag CHECK (region ~ '^([A-Z]{2}|[0-9]{3})$');
