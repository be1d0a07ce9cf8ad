import type { Sql } from "@working-social/db";
import { isPin, pinHashOf } from "../../rules/identity.ts";

const HANDLE = /^pin:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * What the front desk's browser gets instead of a name that looks like a PIN: the row where it is kept. With its hash and its last
 * digits a PIN is found in minutes, and with it goes whatever its owner has at the copier.
 */
export function userHandle(userKey: string, rowId: string): string {
  return isPin(userKey) || pinHashOf(userKey) !== null ? `pin:${rowId}` : userKey;
}

/** The user as it is kept: of a handle what stands in its row, of anything else itself. */
export async function userKeyOfHandle(sql: Sql, handle: string): Promise<string> {
  const rowId = HANDLE.exec(handle)?.[1];
  if (rowId === undefined) return handle;
  const [row] = await sql.query<{ userKey: string }>(
    `SELECT user_key AS "userKey" FROM print_jobs WHERE id = $1::uuid
     UNION ALL SELECT value FROM print_identities WHERE id = $1::uuid AND kind = 'user_name'`,
    [rowId],
  );
  return row?.userKey ?? handle;
}
