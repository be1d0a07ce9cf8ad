import type pg from "pg";

export interface Generated {
  readonly organizationId: string;
  readonly locationId: string;
  /** Whole days before and after today. */
  readonly daysBack: number;
  readonly daysAhead: number;
  /** On each unit of the location; at most 7. */
  readonly bookingsPerUnitAndDay: number;
}

// From 8:00 UTC on, one every 100 minutes, 30 to 75 minutes long: dense, in different lengths, and never overlapping. One
// in sixteen was cancelled, as in life, and holds nothing.
const MAKE = `
  CREATE TEMP TABLE made ON COMMIT DROP AS
  SELECT ru.resource_id, ru.unit_id, s.starts_at, s.starts_at + (30 + 15 * floor(random() * 4)::int) * interval '1 minute' AS ends_at,
    random() < 1.0 / 16 AS is_cancelled, 1 + floor(random() * $6::int)::int AS person
  FROM generate_series(-$3::int, $4::int) day
  CROSS JOIN generate_series(0, $5::int - 1) nth
  CROSS JOIN LATERAL (SELECT date_trunc('day', now()) + day * interval '1 day' + interval '8 hours' + nth * interval '100 minutes' AS starts_at) s
  CROSS JOIN resource_units ru
  WHERE ru.organization_id = $1 AND ru.resource_id IN (SELECT id FROM resources WHERE location_id = $2)`;

// Rows lie on the disk by time, as they would if people had made them one after the other.
const NUMBER = `
  CREATE TEMP TABLE numbered ON COMMIT DROP AS
  SELECT uuidv7() AS booking_id, m.*, p.id AS person_id
  FROM (SELECT * FROM made ORDER BY starts_at) m
  JOIN (SELECT id, row_number() OVER (ORDER BY id) AS person FROM people WHERE organization_id = $1) p USING (person)`;

const BOOKINGS = `
  INSERT INTO bookings (id, organization_id, location_id, resource_id, person_id, status, starts_at, ends_at, title, is_title_public,
    cancelled_at, created_at, changed_at)
  SELECT booking_id, $1, $2, resource_id, person_id, CASE WHEN is_cancelled THEN 'cancelled' ELSE 'confirmed' END::booking_status,
    starts_at, ends_at, 'Weekly review', random() < 0.5, CASE WHEN is_cancelled THEN now() END, now(), now() FROM numbered`;

const CLAIMS = `
  INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at, released_at)
  SELECT uuidv7(), $1, booking_id, unit_id, starts_at, ends_at, CASE WHEN is_cancelled THEN now() END FROM numbered`;

const EXCLUSION =
  "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'claims_never_overlap'";
const PLAIN_INDEXES = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
  WHERE i.indrelid IN ('bookings'::regclass, 'claims'::regclass)
    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`;

/**
 * Bookings by the million, set by set, as the owner. Triggers and foreign keys are off for it, since nobody watches and the
 * rows come from the tables they refer to. Indexes and the exclusion constraint are taken away and built again at the
 * end, which takes seconds where keeping them through a million inserts takes minutes; the constraint still refuses an
 * overlap. Returns how many.
 */
export async function generateBookings(owner: pg.Pool, wish: Generated): Promise<number> {
  const { organizationId, locationId, daysBack, daysAhead, bookingsPerUnitAndDay } = wish;
  const client = await owner.connect();
  try {
    await client.query(
      "BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL work_mem = '256MB'; SET LOCAL maintenance_work_mem = '512MB'",
    );
    const people = await client.query<{ count: string }>("SELECT count(*) FROM people WHERE organization_id = $1", [
      organizationId,
    ]);
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(PLAIN_INDEXES);
    const { rows: exclusion } = await client.query<{ definition: string }>(EXCLUSION);
    await client.query(
      `ALTER TABLE claims DROP CONSTRAINT claims_never_overlap; ${indexes.map(({ name }) => `DROP INDEX ${name}`).join("; ")}`,
    );
    await client.query(MAKE, [
      organizationId,
      locationId,
      daysBack,
      daysAhead,
      bookingsPerUnitAndDay,
      people.rows[0]?.count,
    ]);
    const made = await client.query(NUMBER, [organizationId]);
    await client.query(BOOKINGS, [organizationId, locationId]);
    await client.query(CLAIMS, [organizationId]);
    await client.query(
      `${indexes.map(({ definition }) => definition).join("; ")}; ALTER TABLE claims ADD CONSTRAINT claims_never_overlap ${exclusion[0]?.definition}`,
    );
    await client.query("COMMIT");
    return made.rowCount ?? 0;
  } finally {
    client.release(true); // the settings, and a failed transaction, go with it
  }
}
