import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import type { AccountFacts } from "../../invoices/queries/account-facts.ts";
import { loadAccountFacts } from "../../invoices/queries/account-facts.ts";
import { loadWorld } from "../../invoices/queries/load-world.ts";
import { draftView } from "../../invoices/rules/draft-view.ts";
import type { Draft, DraftWorld } from "../../invoices/rules/draft.ts";
import { draftsOrProblem } from "../../invoices/rules/drafts.ts";
import type { DraftView } from "../../invoices/schema.ts";
import type { ProductSums } from "../rules/differences.ts";
import { differencesOf, sumsByProduct } from "../rules/differences.ts";
import type {
  MissedAccount,
  PreviewAccountInput,
  PreviewedAccount,
  PreviewedDocument,
  RunPreview,
  RunTotal,
  StartRunInput,
} from "../schema.ts";
import { accountsToBill } from "./accounts-to-bill.ts";

/** So many accounts are read at a time. */
const BATCH = 200;

/** What a run would issue at this moment, by the functions that issue it, beside the run before and why it differs. Needs manageBilling. */
export async function previewRun(ctx: Context, { issueDate }: StartRunInput): Promise<RunPreview> {
  authorize(ctx, ...previewRun.needs);
  const sql = read(ctx);
  const world = await loadWorld(sql, ctx, issueDate);
  const before = await loadRunBefore(sql, ctx);
  const ids = await accountsToBill(sql, ctx);
  const accounts: PreviewedAccount[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    const facts = await loadAccountFacts(sql, ctx, ids.slice(at, at + BATCH));
    accounts.push(...facts.map((one) => previewOf(world, one, before)));
  }
  const shown = accounts.filter(({ documents, problem }) => documents.length > 0 || problem !== null);
  const missed = await loadMissed(sql, ctx, shown, before);
  return { issueDate, accounts: shown, missed, totals: totalsOf(shown, before) };
}
previewRun.needs = ["manageBilling"] as const;

/** One account of it, line by line. Throws not_found never: of an unknown account there is nothing. */
export async function previewAccount(
  ctx: Context,
  { accountId, issueDate }: PreviewAccountInput,
): Promise<DraftView[]> {
  authorize(ctx, ...previewAccount.needs);
  const sql = read(ctx);
  const world = await loadWorld(sql, ctx, issueDate);
  const [facts] = await loadAccountFacts(sql, ctx, [accountId]);
  return facts ? draftsOrProblem(world, facts).drafts.map(draftView) : [];
}
previewAccount.needs = ["manageBilling"] as const;

/** By account, seller and currency: what the run before had of each product. */
type RunBefore = ReadonlyMap<string, ProductSums>;

async function loadRunBefore(sql: Sql, ctx: Context): Promise<RunBefore> {
  const rows = await sql.query<{
    accountId: string;
    sellerId: string;
    currency: string;
    productKind: string;
    amountMinor: number;
  }>(
    `SELECT i.billing_account_id AS "accountId", i.seller_id AS "sellerId", i.currency::text, p.kind AS "productKind",
       sum(CASE i.kind WHEN 'invoice' THEN l.amount_minor ELSE -l.amount_minor END)::bigint AS "amountMinor"
     FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id JOIN products p ON p.id = l.product_id
     WHERE i.organization_id = $1::uuid AND i.run_id = (SELECT r.id FROM billing_runs r WHERE r.organization_id = $1::uuid AND r.status = 'done'
       AND EXISTS (SELECT FROM invoices x WHERE x.organization_id = r.organization_id AND x.run_id = r.id) ORDER BY r.started_at DESC, r.id DESC LIMIT 1)
     GROUP BY 1, 2, 3, 4`,
    [ctx.organizationId],
  );
  return new Map([...Map.groupBy(rows, keyOf)].map(([key, group]) => [key, sumsByProduct(group)]));
}

function keyOf({ accountId, sellerId, currency }: { accountId: string; sellerId: string; currency: string }): string {
  return `${accountId} ${sellerId} ${currency}`;
}

function previewOf(world: DraftWorld, facts: AccountFacts, before: RunBefore): PreviewedAccount {
  const { drafts, problem } = draftsOrProblem(world, facts);
  const { accountId, name, legalName } = facts.account;
  return { accountId, name: legalName ?? name, documents: drafts.map((draft) => documentOf(draft, before)), problem };
}

function documentOf(draft: Draft, before: RunBefore): PreviewedDocument {
  const { account, seller, currency, outcome, totals, lines, dueDate } = draft;
  const sign = outcome === "credit_note" ? -1 : 1;
  const was =
    before.get(keyOf({ accountId: account.accountId, sellerId: seller.sellerId, currency })) ??
    new Map<string, number>();
  const now = sumsByProduct(
    lines.map(({ productKind, amountMinor }) => ({ productKind, amountMinor: sign * amountMinor })),
  );
  return {
    outcome,
    currency,
    sellerId: seller.sellerId,
    lineCount: lines.length,
    dueDate,
    netMinor: sign * totals.netMinor,
    taxMinor: sign * totals.taxMinor,
    dueMinor: sign * totals.dueMinor,
    amountMinor: sumOf(now),
    beforeMinor: sumOf(was),
    differences: differencesOf(was, now),
  };
}

/** Whom the run before had something for, from a seller and in a currency in which there is nothing now. */
async function loadMissed(
  sql: Sql,
  ctx: Context,
  shown: readonly PreviewedAccount[],
  before: RunBefore,
): Promise<MissedAccount[]> {
  const there = new Set(
    shown.flatMap(({ accountId, documents }) => documents.map((document) => keyOf({ accountId, ...document }))),
  );
  const heldBack = new Set(shown.flatMap(({ accountId, problem }) => (problem ? [accountId] : [])));
  const gone = [...before].flatMap(([key, was]) => {
    const [accountId = "", , currency = ""] = key.split(" ");
    return there.has(key) ? [] : [{ accountId, currency, was }];
  });
  const names = await loadNames(
    sql,
    ctx,
    gone.map(({ accountId }) => accountId),
  );
  return gone.map(({ accountId, currency, was }) => ({
    accountId,
    name: names.get(accountId) ?? "",
    currency,
    beforeMinor: sumOf(was),
    differences: differencesOf(was, new Map()),
    isHeldBack: heldBack.has(accountId),
  }));
}

async function loadNames(sql: Sql, ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; name: string }>(
    `SELECT a.id, coalesce(d.legal_name, p.name, t.name, '') AS name FROM billing_accounts a LEFT JOIN billing_details d ON d.account_id = a.id
     LEFT JOIN people p ON p.id = a.person_id LEFT JOIN teams t ON t.id = a.team_id
     WHERE a.organization_id = $1::uuid AND a.id = ANY($2::uuid[])`,
    [ctx.organizationId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function sumOf(sums: ProductSums): number {
  return [...sums.values()].reduce((sum, minor) => sum + minor, 0);
}

/** Of what would be issued; currencies are never added. */
function totalsOf(accounts: readonly PreviewedAccount[], before: RunBefore): RunTotal[] {
  const issued = accounts.flatMap(({ documents }) => documents.filter(({ outcome }) => outcome !== "carried"));
  const earlier = Map.groupBy([...before], ([key]) => key.split(" ").at(-1) ?? "");
  const currencies = [...new Set([...issued.map(({ currency }) => currency), ...earlier.keys()])].sort();
  return currencies.map((currency) => {
    const own = issued.filter((document) => document.currency === currency);
    const sum = (of: (document: PreviewedDocument) => number) => own.reduce((total, one) => total + of(one), 0);
    return {
      currency,
      count: own.length,
      netMinor: sum(({ netMinor }) => netMinor),
      taxMinor: sum(({ taxMinor }) => taxMinor),
      dueMinor: sum(({ dueMinor }) => dueMinor),
      amountMinor: sum(({ amountMinor }) => amountMinor),
      beforeMinor: (earlier.get(currency) ?? []).reduce((total, [, sums]) => total + sumOf(sums), 0),
    };
  });
}
