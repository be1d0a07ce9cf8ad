import type { Sql } from "@working-social/db";
import type { Scope } from "@working-social/kernel";
import { hiddenPin, isPin, userKeyOf } from "../../rules/identity.ts";
import { hashPin } from "../formats/secrets.ts";

/**
 * The user of a report as it is kept: a name that looks like a PIN is one, or nearly one, and is never written down. What earlier
 * versions have written down of the same name goes with it, so that whoever it was assigned to stays its owner.
 */
export async function redactPin(tx: Sql, scope: Scope, reported: string): Promise<string> {
  const pin = userKeyOf(reported);
  if (!isPin(pin)) return reported;
  const hidden = hiddenPin(pin, await hashPin(pin, scope.organizationId));
  await tx.query(
    "UPDATE print_jobs SET user_key = $2, reported_user = $2 WHERE organization_id = $3 AND user_key = $1",
    [pin, hidden, scope.organizationId],
  );
  await tx.query(
    `UPDATE print_identities i SET value = $2 WHERE i.organization_id = $3 AND i.kind = 'user_name' AND i.value = $1
       AND NOT EXISTS (SELECT FROM print_identities o WHERE o.organization_id = i.organization_id AND o.kind = i.kind AND o.value = $2)`,
    [pin, hidden, scope.organizationId],
  );
  return hidden;
}
