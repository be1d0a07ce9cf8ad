-- A function with the rights of its owner looks tables up by name. PostgreSQL looks among the caller's temporary tables
-- first unless the path says otherwise, so that a caller could slip a table of its own under the name of ours:
-- pg_temp stands last. (Whoever writes the next one: SET search_path = public, pg_temp.)
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT oid FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', f);
  END LOOP;
END $$;
