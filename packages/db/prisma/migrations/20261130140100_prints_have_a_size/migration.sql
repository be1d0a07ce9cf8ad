-- A job is counted when it was printed and estimated while it waits; the front desk's list of pages believes that one of the two is there.
ALTER TABLE print_jobs ADD CONSTRAINT print_jobs_have_a_size CHECK (num_nonnulls(counted_sides, estimated_sides) >= 1);
