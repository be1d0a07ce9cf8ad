-- A job that its owner gave up, or that nobody fetched, still lies in the queue of the print server until its agent has taken
-- it out. The agent is told so until it says that the job is gone: then, and never before, this is set.
ALTER TABLE print_jobs ADD COLUMN "left_queue_at" TIMESTAMPTZ(3);

-- What an agent is told each time it asks, every few seconds: a handful of all jobs that a device ever had.
CREATE INDEX print_jobs_in_a_queue ON print_jobs (device_id) WHERE submit_key IS NOT NULL AND print_key IS NULL AND left_queue_at IS NULL;
