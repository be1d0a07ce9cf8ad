-- A server is ready only when the database has all migrations of its code; the app's role may know their names, and
-- nothing else of that table.
CREATE FUNCTION applied_migrations() RETURNS TABLE (name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
$$;
REVOKE EXECUTE ON FUNCTION applied_migrations FROM PUBLIC;
GRANT EXECUTE ON FUNCTION applied_migrations TO working_social_app;
