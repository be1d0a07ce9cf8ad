import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, onConstraint, timestamp } from "@working-social/db";
import { addDays, authorize, formatInstant, newId } from "@working-social/kernel";
import { billingError } from "../../errors.ts";
import { emit } from "../../events.ts";
import { accountsToBill } from "../queries/accounts-to-bill.ts";
import { requireRun } from "../queries.ts";
import type { RunView, StartRunInput } from "../schema.ts";

/** Invoices are dated at most so many days ahead. */
const MOST_AHEAD_DAYS = 31;

/**
 * Begins a run: notes the accounts that it looks at. `continueRuns` does the work, wherever it was stopped. Needs manageBilling. Throws
 * run_in_progress, books_closed, too_far_ahead_to_bill.
 */
export async function startRun(ctx: Context, keyed: Keyed<StartRunInput>): Promise<RunView> {
  authorize(ctx, ...startRun.needs);
  const { idempotencyKey: key, ...input } = keyed;
  return onConstraint(
    "billing_runs_one_at_a_time",
    () => billingError({ code: "run_in_progress" }),
    () =>
      inTransaction(ctx, (tx) =>
        once(tx, ctx, { key, procedure: "billing.startRun", input }, async () => {
          await requireOpenBooks(tx, ctx, input.issueDate);
          const id = newId();
          await tx.query(
            `INSERT INTO billing_runs (id, organization_id, issue_date, status, started_at) VALUES ($1::uuid, $2::uuid, $3::date, 'running', $4::timestamptz)`,
            [id, ctx.organizationId, input.issueDate, timestamp(ctx.clock.now())],
          );
          await tx.query(
            "INSERT INTO billing_run_accounts (organization_id, run_id, billing_account_id) SELECT $1::uuid, $2::uuid, unnest($3::uuid[])",
            [ctx.organizationId, id, await accountsToBill(tx, ctx)],
          );
          await emit(tx, ctx, {
            name: "billing_run.started",
            subjectType: "billing_run",
            subjectId: id,
            data: { issueDate: input.issueDate },
          });
          return requireRun(tx, ctx, id);
        }),
      ),
  );
}
startRun.needs = ["manageBilling"] as const;

/** A date that no seller has closed, and that is not far off. */
async function requireOpenBooks(tx: Sql, ctx: Context, issueDate: string): Promise<void> {
  const [closed] = await tx.query<{ locked_until: string | null }>(
    "SELECT max(locked_until)::text AS locked_until FROM sellers WHERE organization_id = $1::uuid AND archived_at IS NULL AND locked_until >= $2::date HAVING count(*) > 0",
    [ctx.organizationId, issueDate],
  );
  if (closed?.locked_until) throw billingError({ code: "books_closed", lockedUntil: closed.locked_until });
  const latest = addDays(formatInstant(ctx.clock.now()).slice(0, 10), MOST_AHEAD_DAYS);
  if (issueDate > latest) throw billingError({ code: "too_far_ahead_to_bill", latest });
}
