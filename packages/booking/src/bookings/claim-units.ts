import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Interval } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import type { ResourceView } from "../resources/schema.ts";
import { expireHoldsInTheWay } from "./expired-holds.ts";

export interface ClaimRequest {
  bookingId: string;
  resource: Pick<ResourceView, "id" | "allocation" | "units">;
  /** Buffers included. */
  span: Interval;
  /** Of a pool: keep this unit if it is free. */
  preferredUnitId: string | null;
}

/** What happens in the same statement when all is claimed: CTEs that read `claimed`, with parameters from $10 on. */
export interface ClaimTail {
  sql: string;
  values: readonly unknown[];
}

/**
 * $1 organization, $2 booking, $3 and $4 span, $5 resource, $6 ids for the claims, $7 preferred unit, $8 one unit is
 * enough, $9 at random. Nothing is decided by looking: claims_never_overlap decides, and ON CONFLICT DO NOTHING turns its
 * refusal into a missing row, without the deadlocks of two plain inserts that wait for each other.
 *
 * Looking only orders the candidates of a pool: the unit that leaves the smallest gaps around the booking, so that long
 * free times stay whole. Who lost a race takes any free unit instead, so that not all wait for the same one again. One
 * index entry before the span says whether it is free: claims of a unit never overlap.
 */
const CLAIM_UNITS = `
  WITH candidates AS MATERIALIZED (
    SELECT ru.unit_id, row_number() OVER (ORDER BY
      CASE WHEN $8::boolean AND ru.unit_id = $7::uuid THEN 0 ELSE 1 END,
      CASE WHEN $8 THEN CASE WHEN $9::boolean THEN random()
        ELSE coalesce(extract(epoch FROM $3::timestamptz - before.ends_at), 1e12) + coalesce(extract(epoch FROM after.starts_at - $4::timestamptz), 1e12) END END,
      CASE WHEN $8 THEN ru.position END, ru.unit_id) AS place
    FROM resource_units ru
    LEFT JOIN LATERAL (SELECT c.ends_at FROM claims c WHERE c.unit_id = ru.unit_id AND c.released_at IS NULL
      AND c.starts_at < $3 ORDER BY c.starts_at DESC LIMIT 1) before ON $8
    LEFT JOIN LATERAL (SELECT c.starts_at FROM claims c WHERE c.unit_id = ru.unit_id AND c.released_at IS NULL
      AND c.starts_at >= $3 ORDER BY c.starts_at LIMIT 1) after ON $8
    WHERE ru.organization_id = $1 AND ru.resource_id = $5::uuid
      AND (before.ends_at IS NULL OR before.ends_at <= $3) AND (after.starts_at IS NULL OR after.starts_at >= $4)
  ),
  claimed AS (
    INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at)
    SELECT ($6::uuid[])[place::int], $1, $2::uuid, unit_id, $3, $4 FROM candidates
    WHERE place <= CASE WHEN $8 THEN 1 ELSE cardinality($6) END ORDER BY place
    ON CONFLICT DO NOTHING RETURNING unit_id
  )`;

const TRIES_BEYOND_UNITS = 5;

/**
 * Claims the units of a resource for a booking and runs `tail` in the same statement. Returns the claimed unit ids, or
 * null when somebody else has the time: then nothing may be kept, and the caller rolls back. Holds that are over are
 * freed on the way.
 */
export async function claimUnits(
  tx: Sql,
  scope: Context,
  request: ClaimRequest,
  tail: ClaimTail,
): Promise<string[] | null> {
  const { resource } = request;
  const isPool = resource.allocation === "one_unit";
  const needed = isPool ? 1 : resource.units.length;
  // Part of a hall that was claimed before an old hold is found can't be given back within the transaction: look first.
  let hasExpired = !isPool && needed > 1;
  if (hasExpired) await expireHoldsInTheWay(tx, scope, resource.id, request.span);
  for (let attempt = 0; attempt <= resource.units.length + TRIES_BEYOND_UNITS; attempt++) {
    const { candidates, unitIds } = await tryToClaim(tx, scope, request, tail, attempt > 0);
    if (unitIds.length === needed && needed > 0) return unitIds;
    const isLostRace = isPool && candidates > 0;
    if (isLostRace) continue;
    // Partly claimed (a hall of which somebody has a half) is lost as well; what was inserted goes with the transaction.
    if (hasExpired) return null;
    // Tried again even if none was found: somebody else may have ended it while we waited for that.
    await expireHoldsInTheWay(tx, scope, resource.id, request.span);
    hasExpired = true;
  }
  return null;
}

async function tryToClaim(tx: Sql, scope: Context, request: ClaimRequest, tail: ClaimTail, isAtRandom: boolean) {
  const { bookingId, resource, span, preferredUnitId } = request;
  const isPool = resource.allocation === "one_unit";
  const claimIds = Array.from({ length: isPool ? 1 : resource.units.length }, newId);
  const values = [
    scope.organizationId,
    bookingId,
    timestamp(span.start),
    timestamp(span.end),
    resource.id,
    claimIds,
    preferredUnitId,
    isPool,
    isAtRandom,
  ];
  const [row] = await tx.query<{ candidates: number; unitIds: string[] | null }>(
    `${CLAIM_UNITS}${tail.sql}
     SELECT (SELECT count(*)::int FROM candidates) AS candidates, (SELECT array_agg(unit_id) FROM claimed) AS "unitIds"`,
    [...values, ...tail.values],
  );
  return { candidates: row?.candidates ?? 0, unitIds: row?.unitIds ?? [] };
}
