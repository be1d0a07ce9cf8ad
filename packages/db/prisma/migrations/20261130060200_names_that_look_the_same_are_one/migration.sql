-- "Café" typed on one keyboard is four letters, on another five, and a blank may be doubled or come before: to people they are
-- one name, to a unique index they were several. The application normalises what is typed; here it is the rule.

-- A line of text as it is kept (the same as normalLine in the kernel): composed, single blanks, nothing invisible.
CREATE FUNCTION normal_line(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT pg_catalog.btrim(pg_catalog.regexp_replace(
    pg_catalog.regexp_replace(normalize($1, NFC), '[\u00AD\u200B\u2060\uFEFF]', '', 'g'),
    '[\u0020\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ', 'g'))
$$;

-- What makes a name the same as another, and what finds it. Small letters of every script need a collation that knows them, and
-- which there is depends on the server: the embedded one has PostgreSQL's own.
DO $$
DECLARE
  letters text := coalesce(
    (SELECT quote_ident(collname) FROM pg_collation WHERE collname IN ('pg_unicode_fast', 'pg_c_utf8', 'und-x-icu')
       AND collencoding IN (-1, (SELECT encoding FROM pg_database WHERE datname = current_database()))
     ORDER BY array_position(ARRAY['pg_unicode_fast', 'pg_c_utf8', 'und-x-icu'], collname::text) LIMIT 1), '"default"');
BEGIN
  EXECUTE format($f$
    CREATE FUNCTION name_key(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $b$
      SELECT pg_catalog.lower(public.normal_line(normalize($1, NFKC)) COLLATE pg_catalog.%1$s) COLLATE pg_catalog."default"
    $b$;
    -- The same as foldText in the kernel for Latin letters: "Capek" finds "Čapek".
    CREATE FUNCTION folded(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $b$
      SELECT pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.translate(
        pg_catalog.lower(pg_catalog.regexp_replace(normalize($1, NFKD), '[\u0300-\u036F]', '', 'g') COLLATE pg_catalog.%1$s),
        'łøđðħı', 'loddhi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') COLLATE pg_catalog."default"
    $b$ $f$, letters);
END $$;

GRANT EXECUTE ON FUNCTION normal_line, name_key, folded TO working_social_app, working_social_sign_in;

-- Names that are there already are normalised; of two that are one now, the later gets a number.
DO $$
DECLARE
  named record;
  changed bigint;
BEGIN
  FOR named IN SELECT * FROM (VALUES
      ('locations', 'organization_id', 'true'), ('teams', 'organization_id', 'true'), ('plans', 'organization_id', 'true'),
      ('resources', 'organization_id, location_id', 'true'), ('floors', 'organization_id, location_id', 'true'),
      ('print_devices', 'organization_id, location_id', 'true'),
      ('credit_packs', 'organization_id', 'archived_at IS NULL')) AS t(name, scope, active)
  LOOP
    EXECUTE format('DROP INDEX %I', CASE named.name WHEN 'credit_packs' THEN 'credit_packs_one_of_a_name'
      ELSE named.name || '_' || replace(named.scope, ', ', '_') || '_name_key' END);
    EXECUTE format('UPDATE %I SET name = normal_line(name) WHERE name <> normal_line(name)', named.name);
    LOOP
      EXECUTE format($u$
        UPDATE %1$I t SET name = left(t.name, 110) || ' (' || d.turn || ')'
        FROM (SELECT id, row_number() OVER (PARTITION BY %2$s, name_key(name) ORDER BY created_at, id) AS turn FROM %1$I WHERE %3$s) d
        WHERE d.id = t.id AND d.turn > 1 $u$, named.name, named.scope, named.active);
      GET DIAGNOSTICS changed = ROW_COUNT;
      EXIT WHEN changed = 0;
    END LOOP;
  END LOOP;
END $$;
UPDATE people SET name = normal_line(name) WHERE name <> normal_line(name);

-- Under their old names, by which commands know why they are refused.
CREATE UNIQUE INDEX locations_organization_id_name_key ON locations (organization_id, public.name_key(name));
CREATE UNIQUE INDEX teams_organization_id_name_key ON teams (organization_id, public.name_key(name));
CREATE UNIQUE INDEX plans_organization_id_name_key ON plans (organization_id, public.name_key(name));
CREATE UNIQUE INDEX resources_organization_id_location_id_name_key ON resources (organization_id, location_id, public.name_key(name));
CREATE UNIQUE INDEX floors_organization_id_location_id_name_key ON floors (organization_id, location_id, public.name_key(name));
CREATE UNIQUE INDEX print_devices_organization_id_location_id_name_key ON print_devices (organization_id, location_id, public.name_key(name));
CREATE UNIQUE INDEX credit_packs_one_of_a_name ON credit_packs (organization_id, public.name_key(name)) WHERE archived_at IS NULL;
