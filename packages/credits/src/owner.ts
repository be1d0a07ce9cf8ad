import type { Context, Sql } from "@working-social/db";
import { notFound } from "@working-social/kernel";
import type { CreditOwner } from "./schema.ts";

export function ownerIds(owner: CreditOwner): { personId: string | null; teamId: string | null } {
  return "personId" in owner ? { personId: owner.personId, teamId: null } : { personId: null, teamId: owner.teamId };
}

export function ownerId(owner: CreditOwner): string {
  return "personId" in owner ? owner.personId : owner.teamId;
}

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

/** Makes what opens periods, grants and repays for one owner take turns. */
export async function lockOwner(tx: Sql, ctx: Context, owner: CreditOwner): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`credits ${ctx.organizationId} ${ownerId(owner)}`]);
}
