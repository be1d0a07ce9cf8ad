import { lockOwners } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { notFound } from "@working-social/kernel";

export interface AccountOwner {
  readonly accountId: string;
  readonly personId: string | null;
  readonly teamId: string | null;
}

/**
 * Whoever bills these accounts, or changes what they are billed for, takes turns until the transaction ends; with credits too,
 * since an invoice ends their settling. Read what stands there after it.
 */
export async function lockAccounts(tx: Sql, ctx: Context, owners: readonly AccountOwner[]): Promise<void> {
  const teamIds = owners.flatMap(({ teamId }) => teamId ?? []);
  const personIds = owners.flatMap(({ personId }) => personId ?? []);
  await lockOwners(tx, ctx, teamIds, personIds);
}

/** Throws not_found. */
export async function requireAccountOwner(sql: Sql, ctx: Context, accountId: string): Promise<AccountOwner> {
  const [owner] = await sql.query<AccountOwner>(
    `SELECT id AS "accountId", person_id AS "personId", team_id AS "teamId" FROM billing_accounts WHERE organization_id = $1::uuid AND id = $2::uuid`,
    [ctx.organizationId, accountId],
  );
  if (!owner) throw notFound("billing_account");
  return owner;
}
