-- A job in a queue whose user nobody knows waits for the front desk, and not for ever: like every other it is over after a day,
-- and leaves the queue. What such a user has printed has no such end: somebody owes for it.
CREATE OR REPLACE FUNCTION organizations_with_expired_print_jobs(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT organization_id FROM print_jobs WHERE status IN ('held', 'released') AND expires_at <= p_now
  UNION SELECT organization_id FROM print_jobs WHERE status = 'unassigned' AND expires_at <= p_now
$$;
