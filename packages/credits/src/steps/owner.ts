import type { Context, Sql } from "@working-social/db";
import { notFound } from "@working-social/kernel";
import type { CreditOwner } from "../schema.ts";
import { ownerIds } from "../rules/owner-ids.ts";

/** Throws not_found for a person or team that is not there, or another organization's. */
export async function requireOwner(sql: Sql, ctx: Context, owner: CreditOwner): Promise<void> {
  const { personId, teamId } = ownerIds(owner);
  const [found] = await sql.query<{ is_there: boolean }>(
    `SELECT EXISTS (SELECT FROM people WHERE organization_id = $1::uuid AND id = $2::uuid)
       OR EXISTS (SELECT FROM teams WHERE organization_id = $1::uuid AND id = $3::uuid) AS is_there`,
    [ctx.organizationId, personId, teamId],
  );
  if (!found?.is_there) throw notFound(personId === null ? "team" : "person");
}

/**
 * Makes everybody who moves an owner's credits take turns until their transaction ends. Always the team before its people,
 * so that nobody waits in a circle; the constraints would refuse what is wrong anyway, this only lets people wait in peace.
 */
export async function lockOwner(tx: Sql, ctx: Context, owner: CreditOwner): Promise<void> {
  await ("personId" in owner ? lockWallet(tx, ctx, owner.personId) : lockOwners(tx, ctx, [owner.teamId], []));
}

/** The same for all that a person can spend: the team's, and their own. */
export async function lockWallet(tx: Sql, ctx: Context, personId: string): Promise<void> {
  await lockOwners(tx, ctx, [], [personId]);
}

/** The same for several at once: the teams and the people's teams first, each in the order of their ids. */
export async function lockOwners(
  tx: Sql,
  ctx: Context,
  teamIds: readonly string[],
  personIds: readonly string[],
): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('credits ' || $1 || o.id, 0))
     FROM (SELECT 0 AS rank, t.id::text FROM unnest($2::uuid[]) AS t(id)
       UNION SELECT 0, p.team_id::text FROM people p WHERE p.id = ANY($3::uuid[]) AND p.team_id IS NOT NULL
       UNION SELECT 1, q.id::text FROM unnest($3::uuid[]) AS q(id)
       ORDER BY 1, 2) o`,
    [ctx.organizationId, teamIds, personIds],
  );
}
