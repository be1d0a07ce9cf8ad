-- Wrong codes of a copier are counted in budgets that decay, and so is everything that limits.counters counted in windows: nobody
-- reads or writes either any more.
ALTER TABLE "print_devices" DROP COLUMN "wrong_codes", DROP COLUMN "codes_locked_until";
DROP TABLE limits.counters;
