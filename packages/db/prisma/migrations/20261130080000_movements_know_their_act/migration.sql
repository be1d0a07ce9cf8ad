-- A change of a booking gives its credits back and takes them anew: several transfers, and one act in the eyes of who reads the
-- statement. The transaction that wrote them says so by itself, and the number stays what it is through dump and restore.
-- Together with the cause it names one act; what was written before has none, and is told as it was.
ALTER TABLE credit_transfers ADD COLUMN act bigint;
ALTER TABLE credit_transfers ALTER COLUMN act SET DEFAULT (pg_current_xact_id())::text::bigint;
