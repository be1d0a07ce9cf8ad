import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Interval } from "@working-social/kernel";
import { expectDefined, newId } from "@working-social/kernel";
import type { ResourceView } from "../../resources/schema.ts";
import { expireHoldsInTheWay } from "./expire-holds.ts";

export interface ClaimRequest {
  bookingId: string;
  resource: Pick<ResourceView, "id" | "allocation" | "units">;
  /** Buffers included. */
  span: Interval;
  /** Of a pool: keep this unit if it is free. */
  preferredUnitId: string | null;
}

/** What `CLAIM_UNITS` is given. */
interface ClaimValues {
  organizationId: string;
  bookingId: string;
  /** Buffers included. */
  spanStart: Date;
  spanEnd: Date;
  resourceId: string;
  /** As many as may be claimed. */
  claimIds: string[];
  preferredUnitId: string | null;
  isOneEnough: boolean;
  /** Any free unit rather than the best: for who lost a race. */
  isAtRandom: boolean;
}

/** How many units were free, as far as looking tells, and those that are claimed now. */
export interface ClaimedRow {
  candidates: number;
  unitIds: string[] | null;
}

/** Runs the statement that claims and writes what is true with the claim; see `write-booking.ts`. */
export type ClaimAndWrite = (tx: Sql, claim: ClaimValues) => Promise<ClaimedRow[]>;

/**
 * How such a statement begins: CTEs that read `claimed` follow, then `CLAIMED_UNITS`. Nothing is decided by looking:
 * claims_never_overlap decides, and ON CONFLICT DO NOTHING turns its refusal into a missing row, without the deadlocks of
 * two plain inserts that wait for each other.
 *
 * Looking only orders the candidates of a pool: the unit that leaves the smallest gaps around the booking, so that long
 * free times stay whole. Who lost a race takes any free unit instead, so that not all wait for the same one again. One
 * index entry before the span says whether it is free: claims of a unit never overlap.
 */
export const CLAIM_UNITS = `
  WITH candidates AS MATERIALIZED (
    SELECT ru.unit_id, row_number() OVER (ORDER BY
      CASE WHEN $isOneEnough::boolean AND ru.unit_id = $preferredUnitId::uuid THEN 0 ELSE 1 END,
      CASE WHEN $isOneEnough THEN CASE WHEN $isAtRandom::boolean THEN random()
        ELSE coalesce(extract(epoch FROM $spanStart::timestamptz - before.ends_at), 1e12) + coalesce(extract(epoch FROM after.starts_at - $spanEnd::timestamptz), 1e12) END END,
      CASE WHEN $isOneEnough THEN ru.position END, ru.unit_id) AS place
    FROM resource_units ru
    LEFT JOIN LATERAL (SELECT c.ends_at FROM claims c WHERE c.unit_id = ru.unit_id AND c.released_at IS NULL
      AND c.starts_at < $spanStart ORDER BY c.starts_at DESC LIMIT 1) before ON $isOneEnough
    LEFT JOIN LATERAL (SELECT c.starts_at FROM claims c WHERE c.unit_id = ru.unit_id AND c.released_at IS NULL
      AND c.starts_at >= $spanStart ORDER BY c.starts_at LIMIT 1) after ON $isOneEnough
    WHERE ru.organization_id = $organizationId AND ru.resource_id = $resourceId::uuid
      AND (before.ends_at IS NULL OR before.ends_at <= $spanStart) AND (after.starts_at IS NULL OR after.starts_at >= $spanEnd)
  ),
  claimed AS (
    INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at)
    SELECT ($claimIds::uuid[])[place::int], $organizationId, $bookingId::uuid, unit_id, $spanStart, $spanEnd FROM candidates
    WHERE place <= CASE WHEN $isOneEnough THEN 1 ELSE cardinality($claimIds) END ORDER BY place
    ON CONFLICT DO NOTHING RETURNING unit_id
  )`;

/** How it ends. */
export const CLAIMED_UNITS = `
  SELECT (SELECT count(*)::int FROM candidates) AS candidates, (SELECT array_agg(unit_id) FROM claimed) AS "unitIds"`;

const TRIES_BEYOND_UNITS = 5;

/**
 * Claims the units of a resource for a booking and writes it in the same statement. Returns the claimed unit ids, or
 * null when somebody else has the time: then nothing may be kept, and the caller rolls back. Holds that are over are
 * freed on the way.
 */
export async function claimUnits(
  tx: Sql,
  scope: Context,
  request: ClaimRequest,
  write: ClaimAndWrite,
): Promise<string[] | null> {
  const { resource } = request;
  const isPool = resource.allocation === "one_unit";
  const needed = isPool ? 1 : resource.units.length;
  // Part of a hall that was claimed before an old hold is found can't be given back within the transaction: look first.
  let hasExpired = !isPool && needed > 1;
  if (hasExpired) await expireHoldsInTheWay(tx, scope, resource.id, request.span);
  for (let attempt = 0; attempt <= resource.units.length + TRIES_BEYOND_UNITS; attempt++) {
    const { candidates, unitIds } = await tryToClaim(tx, scope, request, write, attempt > 0);
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

async function tryToClaim(
  tx: Sql,
  { organizationId }: Context,
  { bookingId, resource, span, preferredUnitId }: ClaimRequest,
  write: ClaimAndWrite,
  isAtRandom: boolean,
) {
  const isOneEnough = resource.allocation === "one_unit";
  const [row] = await write(tx, {
    organizationId,
    bookingId,
    spanStart: timestamp(span.start),
    spanEnd: timestamp(span.end),
    resourceId: resource.id,
    claimIds: Array.from({ length: isOneEnough ? 1 : resource.units.length }, newId),
    preferredUnitId,
    isOneEnough,
    isAtRandom,
  });
  const { candidates, unitIds } = expectDefined(row, "The statement that claims units has no row.");
  return { candidates, unitIds: unitIds ?? [] };
}
