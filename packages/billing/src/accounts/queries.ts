import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { containing } from "@working-social/directory";
import { addDays, authorize, may, notFound, toLocal } from "@working-social/kernel";
import type { AccountRow } from "./queries/account-row.ts";
import { ACCOUNTS, accountView } from "./queries/account-row.ts";
import type {
  AccountPage,
  AccountView,
  GetAccountInput,
  LackingAccountsInput,
  LackingPage,
  ListAccountsInput,
} from "./schema.ts";

const PAGE_SIZE = 50;
const AFTER = `AND ($2::uuid IS NULL OR (coalesce(p.name, t.name), a.id) > (SELECT coalesce(lp.name, lt.name), last.id FROM billing_accounts last
    LEFT JOIN people lp ON lp.id = last.person_id LEFT JOIN teams lt ON lt.id = last.team_id WHERE last.id = $2::uuid))`;
const IN_ORDER = "ORDER BY coalesce(p.name, t.name), a.id LIMIT $3";

/** Accounts by the name of their owner, that or whose legal name contains the text. Needs manageBilling or manageContracts. */
export async function listAccounts(ctx: Context, { search, cursor }: ListAccountsInput): Promise<AccountPage> {
  authorize(ctx, ...listAccounts.needs);
  const rows = await read(ctx).query<AccountRow>(
    `${ACCOUNTS} ${AFTER} AND (folded(coalesce(p.name, t.name)) LIKE folded($4) OR folded(d.legal_name) LIKE folded($4)) ${IN_ORDER}`,
    [ctx.organizationId, cursor, PAGE_SIZE + 1, containing(search)],
  );
  const accounts = rows.slice(0, PAGE_SIZE).map((row) => {
    const { id, owner, legalName, country, vatId } = accountView(row);
    return { id, owner, legalName, country, vatId };
  });
  return { accounts, nextCursor: cursorOf(rows) };
}
listAccounts.needs = ["manageBilling", "manageContracts"] as const;

/** One's own account, that of the team that one administers, or, for staff, any. Throws not_found for everything else. */
export async function getAccount(ctx: Context, { account }: GetAccountInput): Promise<AccountView> {
  authorize(ctx, ...getAccount.needs);
  const sql = read(ctx);
  const isStaff = getAccount.needs.some((need) => need !== "useSpace" && may(ctx.actor, need));
  const id = account === "me" || account === "team" ? await ownAccountId(sql, ctx, account) : account;
  if (!isStaff) await requireOwnAccount(sql, ctx, id);
  return requireAccount(sql, ctx, id);
}
getAccount.needs = ["useSpace", "manageBilling", "manageContracts"] as const;

/** Throws not_found for an unknown or foreign account. Works in and out of a transaction. */
export async function requireAccount(sql: Sql, ctx: Context, id: string): Promise<AccountView> {
  const [row] = await sql.query<AccountRow>(`${ACCOUNTS} AND a.id = $2::uuid`, [ctx.organizationId, id]);
  if (!row) throw notFound("account");
  return accountView(row);
}

interface OwnRow {
  person_account_id: string;
  /** Null: no team. */
  team_account_id: string | null;
}

async function ownAccounts(sql: Sql, ctx: Context): Promise<{ me: string; team: string | null }> {
  if (ctx.actor.kind !== "person") throw notFound("account");
  const [row] = await sql.query<OwnRow>(
    `SELECT a.id AS person_account_id, t.id AS team_account_id FROM people p JOIN billing_accounts a ON a.person_id = p.id
     LEFT JOIN billing_accounts t ON t.team_id = p.team_id WHERE p.organization_id = $1::uuid AND p.id = $2::uuid`,
    [ctx.organizationId, ctx.actor.personId],
  );
  if (!row) throw notFound("account");
  return { me: row.person_account_id, team: row.team_account_id };
}

async function ownAccountId(sql: Sql, ctx: Context, which: "me" | "team"): Promise<string> {
  const id = (await ownAccounts(sql, ctx))[which];
  if (id === null) throw notFound("account");
  return id;
}

/** Throws not_found unless the account is one's own, or that of the team that one administers. */
export async function requireOwnAccount(sql: Sql, ctx: Context, id: string): Promise<void> {
  const { me, team } = await ownAccounts(sql, ctx);
  if (id !== me && !(id === team && may(ctx.actor, "buyForTeam"))) throw notFound("account");
}

/** What is charged and not invoiced, sold by hand and not invoiced, or agreed and not over on $4, or begun anew later. */
const HAS_SOMETHING = `AND (EXISTS (SELECT FROM charges c JOIN charge_lines l ON l.charge_id = c.id WHERE c.organization_id = a.organization_id
      AND c.payer_id = a.owner_id AND c.billing_account_id = a.id AND l.invoiced_at IS NULL)
    OR EXISTS (SELECT FROM one_off_items i WHERE i.organization_id = a.organization_id AND i.billing_account_id = a.id AND i.removed_at IS NULL
      AND NOT EXISTS (SELECT FROM invoice_lines l WHERE l.item_id = i.id))
    OR EXISTS (SELECT FROM contracts c WHERE c.organization_id = a.organization_id AND c.billing_account_id = a.id
      AND (c.ends_on IS NULL OR c.ends_on >= $4)))`;

/** Whose invoices lack something, among those who have something to invoice or a contract. Needs manageBilling. */
export async function lackingAccounts(ctx: Context, { cursor }: LackingAccountsInput): Promise<LackingPage> {
  authorize(ctx, ...lackingAccounts.needs);
  // No zone is a day behind another by more than that.
  const yesterday = addDays(toLocal(ctx.clock.now(), "UTC").date, -1);
  const rows = await read(ctx).query<AccountRow>(`${ACCOUNTS} ${AFTER} ${HAS_SOMETHING} ${IN_ORDER}`, [
    ctx.organizationId,
    cursor,
    PAGE_SIZE + 1,
    yesterday,
  ]);
  const accounts = rows.slice(0, PAGE_SIZE).map(accountView);
  const lacking = accounts.filter(({ lacks }) => lacks.length > 0);
  return { accounts: lacking.map(({ id, owner, lacks }) => ({ id, owner, lacks })), nextCursor: cursorOf(rows) };
}
lackingAccounts.needs = ["manageBilling"] as const;

function cursorOf(rows: readonly AccountRow[]): string | null {
  return rows.length > PAGE_SIZE ? (rows[PAGE_SIZE - 1]?.id ?? null) : null;
}
