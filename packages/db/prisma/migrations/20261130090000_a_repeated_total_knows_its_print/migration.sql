-- A total that a log says again within a minute is a question to the front desk: one print, or a second one. To be answerable,
-- the line knows which print of its device it repeats (print_jobs.print_key), and how many sides it said. Lines that were kept
-- before, and those that nobody could read, repeat nothing.
ALTER TABLE print_log_problems ADD COLUMN repeats_key text, ADD COLUMN repeated_sides integer;
ALTER TABLE print_log_problems
  ADD CONSTRAINT print_log_problems_repeat_a_count CHECK ((repeats_key IS NULL) = (repeated_sides IS NULL) AND repeated_sides BETWEEN 0 AND 100000);
