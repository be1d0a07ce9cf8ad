-- "Ops" and "Ops" with a mark of direction behind it look the same, and a filler of Hangul alone looks like nothing. A line of text
-- as it is kept ends, on both sides, in something with ink (the same as normalLine in the kernel); and two names are one also where
-- they differ only in what has no width between their letters.

CREATE OR REPLACE FUNCTION normal_line(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT pg_catalog.regexp_replace(pg_catalog.regexp_replace(pg_catalog.regexp_replace(
    normalize(pg_catalog.regexp_replace($1, '[\u00AD\u200B\u2060\uFEFF]', '', 'g'), NFC),
    '[\u0020\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ', 'g'),
    '^[\u0009-\u000D\u0020\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200C-\u200F\u202A-\u202E\u2061-\u206F\u2800\u3164\uFFA0\uFFF9-\uFFFB\uFE00-\uFE0F\U000E0001-\U000E007F\U000E0100-\U000E01EF]+', ''),
    '[\u0009-\u000D\u0020\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200C-\u200F\u202A-\u202E\u2061-\u206F\u2800\u3164\uFFA0\uFFF9-\uFFFB]+$', '')
$$;

DO $$
DECLARE
  letters text := coalesce(
    (SELECT quote_ident(collname) FROM pg_collation WHERE collname IN ('pg_unicode_fast', 'pg_c_utf8', 'und-x-icu')
       AND collencoding IN (-1, (SELECT encoding FROM pg_database WHERE datname = current_database()))
     ORDER BY array_position(ARRAY['pg_unicode_fast', 'pg_c_utf8', 'und-x-icu'], collname::text) LIMIT 1), '"default"');
BEGIN
  EXECUTE format($f$
    CREATE OR REPLACE FUNCTION name_key(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $b$
      SELECT pg_catalog.lower(public.normal_line(pg_catalog.regexp_replace(normalize($1, NFKC),
        '[\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200C-\u200F\u202A-\u202E\u2061-\u206F\u3164\uFFA0\uFFF9-\uFFFB]', '', 'g'))
        COLLATE pg_catalog.%1$s) COLLATE pg_catalog."default"
    $b$ $f$, letters);
END $$;

-- Names that are there already are normalised; one without ink says so, and of two that are one now, the later gets a number.
DO $$
DECLARE
  named record;
  unique_name text;
  definition text;
  changed bigint;
BEGIN
  FOR named IN SELECT * FROM (VALUES
      ('locations', 'organization_id', 'true'), ('teams', 'organization_id', 'true'), ('plans', 'organization_id', 'true'),
      ('resources', 'organization_id, location_id', 'true'), ('floors', 'organization_id, location_id', 'true'),
      ('print_devices', 'organization_id, location_id', 'true'),
      ('print_kiosks', 'device_id', 'revoked_at IS NULL'), ('credit_packs', 'organization_id', 'archived_at IS NULL')) AS t(name, scope, active)
  LOOP
    unique_name := CASE WHEN named.active <> 'true' THEN named.name || '_one_of_a_name'
      ELSE named.name || '_' || replace(named.scope, ', ', '_') || '_name_key' END;
    -- That of kiosks compared names as they are written.
    definition := replace(pg_get_indexdef(unique_name::regclass), ', name)', ', public.name_key(name))');
    EXECUTE format('DROP INDEX %I', unique_name);
    EXECUTE format($u$ UPDATE %I SET name = coalesce(nullif(normal_line(name), ''), 'Unnamed') WHERE name <> normal_line(name) $u$, named.name);
    LOOP
      EXECUTE format($u$
        UPDATE %1$I t SET name = left(t.name, 110) || ' (' || d.turn || ')'
        FROM (SELECT id, row_number() OVER (PARTITION BY %2$s, name_key(name) ORDER BY created_at, id) AS turn FROM %1$I WHERE %3$s) d
        WHERE d.id = t.id AND d.turn > 1 $u$, named.name, named.scope, named.active);
      GET DIAGNOSTICS changed = ROW_COUNT;
      EXIT WHEN changed = 0;
    END LOOP;
    -- Built anew, since its keys are.
    EXECUTE definition;
  END LOOP;
END $$;
UPDATE people SET name = coalesce(nullif(normal_line(name), ''), 'Unnamed') WHERE name <> normal_line(name);
