import type { Context, Sql } from "@working-social/db";
import { inTransaction, isUnavailable, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { lockAccounts } from "../../contracts/steps/lock-accounts.ts";
import { loadAccountFacts } from "../../invoices/queries/account-facts.ts";
import type { AccountFacts } from "../../invoices/queries/account-facts.ts";
import { loadWorld } from "../../invoices/queries/load-world.ts";
import type { Draft, DraftWorld } from "../../invoices/rules/draft.ts";
import { draftsOrProblem } from "../../invoices/rules/drafts.ts";
import { issueDocuments } from "../../invoices/steps/issue-documents.ts";
import type { RunOutcome, RunProblem } from "../schema.ts";

/** So many accounts share a transaction, as long as none of them fails. */
const BATCH = 50;

/** What became of an account. */
interface Result {
  readonly accountId: string;
  readonly outcome: Exclude<RunOutcome, "waiting">;
  readonly problem: RunProblem | null;
}

interface Run {
  readonly id: string;
  readonly issueDate: string;
}

/**
 * Goes on with every run that is not done, from wherever it was stopped: some accounts in a transaction, and when one of them fails each in
 * its own, so that a bad one is held back and the others are billed. Several processes may do it at once. `onFault` is told of what
 * went wrong, and with whom. Throws when the database is away: that holds nobody back.
 */
export async function continueRuns(
  ctx: Context,
  onFault: (fault: unknown, accountId: string) => void,
): Promise<{ accounts: number }> {
  authorize(ctx, ...continueRuns.needs);
  let accounts = 0;
  for (;;) {
    const done = await nextBatch(ctx, BATCH).catch((fault: unknown) => {
      if (isUnavailable(fault)) throw fault;
      return oneByOne(ctx, onFault);
    });
    if (done === null) return { accounts };
    accounts += done;
  }
}
continueRuns.needs = ["runBilling"] as const;

/** Bills the next accounts of the oldest run; null: there is nothing left to do. A run without waiting accounts ends. */
async function nextBatch(
  ctx: Context,
  size: number,
  told: (accountIds: readonly string[]) => void = () => {},
): Promise<number | null> {
  return inTransaction(ctx, async (tx) => {
    const run = await runningRun(tx, ctx);
    if (!run) return null;
    const owners = await takeWaiting(tx, ctx, run, size);
    if (owners.length === 0) return (await finish(tx, ctx, run)) ? 0 : null;
    told(owners.map(({ accountId }) => accountId));
    await lockAccounts(tx, ctx, owners);
    const world = await loadWorld(tx, ctx, run.issueDate);
    const facts = await loadAccountFacts(
      tx,
      ctx,
      owners.map(({ accountId }) => accountId),
    );
    const results: Result[] = [];
    const drafts = facts.flatMap((one) => {
      const { result, drafts: own } = resultOf(world, one);
      results.push(result);
      return own;
    });
    await issueDocuments(
      tx,
      ctx,
      drafts.map((draft) => ({ draft, correctsId: null, reason: null })),
      run.id,
    );
    await note(tx, ctx, run, results);
    return owners.length;
  });
}

/** A batch failed: the next account alone; where it fails by itself, it is held back, and the others have their turn. */
async function oneByOne(ctx: Context, onFault: (fault: unknown, accountId: string) => void): Promise<number | null> {
  let tried: readonly string[] = [];
  try {
    return await nextBatch(ctx, 1, (accountIds) => (tried = accountIds));
  } catch (fault) {
    const [accountId] = tried;
    if (isUnavailable(fault) || accountId === undefined) throw fault;
    onFault(fault, accountId);
    return inTransaction(ctx, async (tx) => {
      const run = await runningRun(tx, ctx);
      if (!run) return null;
      await note(tx, ctx, run, [{ accountId, outcome: "held_back", problem: { code: "fault" } }]);
      return 1;
    });
  }
}

function resultOf(world: DraftWorld, facts: AccountFacts): { result: Result; drafts: Draft[] } {
  const { accountId } = facts.account;
  const { drafts, problem } = draftsOrProblem(world, facts);
  if (problem !== null) return { result: { accountId, outcome: "held_back", problem }, drafts: [] };
  const issued = drafts.filter(({ outcome }) => outcome !== "carried");
  const outcome = issued.length > 0 ? "issued" : drafts.length > 0 ? "carried" : "nothing";
  return { result: { accountId, outcome, problem: null }, drafts: issued };
}

async function runningRun(tx: Sql, ctx: Context): Promise<Run | undefined> {
  const [run] = await tx.query<Run>(
    `SELECT id, issue_date::text AS "issueDate" FROM billing_runs WHERE organization_id = $1::uuid AND status = 'running' ORDER BY started_at LIMIT 1`,
    [ctx.organizationId],
  );
  return run;
}

/** Accounts that nobody else has in hand. */
async function takeWaiting(tx: Sql, ctx: Context, run: Run, size: number) {
  return tx.query<{ accountId: string; personId: string | null; teamId: string | null }>(
    `SELECT r.billing_account_id AS "accountId", a.person_id AS "personId", a.team_id AS "teamId"
     FROM billing_run_accounts r JOIN billing_accounts a ON a.id = r.billing_account_id
     WHERE r.organization_id = $1::uuid AND r.run_id = $2::uuid AND r.outcome = 'waiting' ORDER BY r.billing_account_id LIMIT $3 FOR NO KEY UPDATE OF r SKIP LOCKED`,
    [ctx.organizationId, run.id, size],
  );
}

async function note(tx: Sql, ctx: Context, run: Run, results: readonly Result[]): Promise<void> {
  await tx.query(
    `UPDATE billing_run_accounts a SET outcome = r.outcome, problem = r.problem
     FROM jsonb_to_recordset($3::jsonb) AS r ("accountId" uuid, outcome billing_run_outcome, problem jsonb)
     WHERE a.organization_id = $1::uuid AND a.run_id = $2::uuid AND a.billing_account_id = r."accountId" AND a.outcome = 'waiting'`,
    [ctx.organizationId, run.id, JSON.stringify(results)],
  );
}

/** Whether the run ended here: accounts that another process has in hand are not waiting for us, and not done. */
async function finish(tx: Sql, ctx: Context, run: Run): Promise<boolean> {
  const ended = await tx.query(
    `UPDATE billing_runs r SET status = 'done', finished_at = $3::timestamptz WHERE r.organization_id = $1::uuid AND r.id = $2::uuid AND r.status = 'running'
       AND NOT EXISTS (SELECT FROM billing_run_accounts a WHERE a.run_id = r.id AND a.outcome = 'waiting') RETURNING r.id`,
    [ctx.organizationId, run.id, timestamp(ctx.clock.now())],
  );
  if (ended.length === 0) return false;
  await emit(tx, ctx, { name: "billing_run.finished", subjectType: "billing_run", subjectId: run.id, data: {} });
  return true;
}
