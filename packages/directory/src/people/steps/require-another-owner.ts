import type { Sql } from "@working-social/db";
import type { OrganizationId } from "@working-social/kernel";
import { directoryError } from "../../errors.ts";

/**
 * Makes changes of people one after another within an organization. Two owners who demote each other in the same
 * moment would each still see the other as owner; the lock lets the second see what the first did.
 */
export async function lockPeople(tx: Sql, organizationId: OrganizationId): Promise<void> {
  await tx.query("SELECT id FROM organizations WHERE id = $1::uuid FOR NO KEY UPDATE", [organizationId]);
}

/** Throws last_owner when nobody but this person is an active owner. Call it after `lockPeople`. */
export async function requireAnotherOwner(tx: Sql, organizationId: OrganizationId, personId: string): Promise<void> {
  const others = await tx.query(
    "SELECT id FROM people WHERE organization_id = $1::uuid AND role = 'owner' AND status = 'active' AND id <> $2::uuid LIMIT 1",
    [organizationId, personId],
  );
  if (others.length === 0) throw directoryError({ code: "last_owner" });
}
