import type { Sql } from "@working-social/db";
import type { Scope } from "@working-social/kernel";
import { isAnonymous, mailboxOf, pinHashOf } from "../../rules/identity.ts";

/** Whose printing it is: a person's, the space's own, or nobody knows. */
export type PrintOwner = { personId: string } | "house" | "unknown";

/**
 * In this order: what the front desk assigned; the person's address; the same mailbox whatever its tag, where just one
 * person has it; a copier PIN. Suspended people stay owners of what they printed.
 */
export async function findPrintOwner(sql: Sql, userKey: string): Promise<PrintOwner> {
  if (isAnonymous(userKey)) return "unknown";
  const mailbox = mailboxOf(userKey);
  const rows = await sql.query<{ person_id: string | null; rank: number }>(
    `SELECT person_id, 1 AS rank FROM print_identities WHERE kind IN ('user_name', 'email') AND value = $1
     UNION ALL SELECT id, 2 FROM people WHERE email = $1
     UNION ALL SELECT person_id, 3 FROM print_identities WHERE kind = 'email' AND value = $2
     UNION ALL SELECT id, 4 FROM people WHERE regexp_replace(email, '^([^@+]+)[+][^@]*@', '\\1@') = $2
     UNION ALL SELECT person_id, 5 FROM print_identities WHERE kind = 'pin' AND value = $3
     ORDER BY rank`,
    [userKey, mailbox, pinHashOf(userKey)],
  );
  const [best] = rows;
  if (!best) return "unknown";
  const owners = new Set(rows.filter(({ rank }) => rank === best.rank).map((row) => row.person_id));
  if (owners.size > 1) return "unknown";
  return best.person_id === null ? "house" : { personId: best.person_id };
}

/** Who assigns a user and who reports their next job take turns, so that no job is left waiting for an owner who is known. */
export async function lockUser(tx: Sql, scope: Scope, userKey: string): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('print user ' || $1 || ' ' || $2, 0))", [
    scope.organizationId,
    userKey,
  ]);
}
