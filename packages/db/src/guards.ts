import type pg from "pg";

/**
 * Takes from everybody what nobody needs: tables of one's own in this database, under a name that could hide another.
 * These belong to the database and not to its contents, so that neither a template nor a dump carries them: whoever
 * migrates says it each time. Where the migrating user doesn't own the database this changes nothing, and the server
 * says so at its start (`powersOf`).
 */
export async function guardDatabase(owner: Pick<pg.ClientBase, "query">): Promise<void> {
  await owner.query(`DO $$ BEGIN
    EXECUTE format('REVOKE TEMPORARY, CREATE ON DATABASE %I FROM PUBLIC', current_database());
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  END $$`);
}

const POWERS = `
  WITH login AS (SELECT * FROM pg_roles WHERE rolname = session_user),
  mine AS (SELECT oid, rolname FROM login UNION SELECT oid, rolname FROM pg_roles WHERE rolname IN ('working_social_app', 'working_social_sign_in'))
  SELECT unnest(ARRAY[
    CASE WHEN rolsuper THEN 'is a superuser' END,
    CASE WHEN rolcreaterole THEN 'may create roles' END,
    CASE WHEN rolcreatedb THEN 'may create databases' END,
    CASE WHEN rolbypassrls THEN 'bypasses row-level security' END,
    CASE WHEN rolreplication THEN 'may copy the whole server' END,
    CASE WHEN rolinherit THEN 'has the rights of both roles at once (make it NOINHERIT)' END,
    CASE WHEN EXISTS (SELECT FROM pg_shdepend d, mine WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = mine.oid AND d.deptype = 'o')
      THEN 'owns something' END,
    CASE WHEN EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid
        WHERE m.member IN (SELECT oid FROM mine) AND r.oid NOT IN (SELECT oid FROM mine)) THEN 'is a member of other roles' END,
    CASE WHEN EXISTS (SELECT FROM mine WHERE has_database_privilege(oid, current_database(), 'CREATE')
        OR EXISTS (SELECT FROM pg_namespace n WHERE has_schema_privilege(mine.oid, n.oid, 'CREATE')))
      THEN 'may create tables (REVOKE CREATE)' END,
    CASE WHEN EXISTS (SELECT FROM mine WHERE has_database_privilege(oid, current_database(), 'TEMPORARY'))
      THEN 'may create temporary tables (REVOKE TEMPORARY ON DATABASE … FROM PUBLIC)' END
  ]) AS power FROM login`;

/** What the login of a connection could do beyond its two roles, each as the end of a sentence; none, as it should be. */
export async function powersOf(connection: Pick<pg.Pool, "query">): Promise<string[]> {
  const { rows } = await connection.query<{ power: string | null }>(POWERS);
  return rows.flatMap(({ power }) => (power === null ? [] : [power]));
}
