import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, formatInstant, notFound } from "@working-social/kernel";
import { RunProblem } from "./schema.ts";
import type { RunIdInput, RunResult, RunView } from "./schema.ts";

type RunRow = Omit<RunView, "startedAt" | "finishedAt"> & { startedAt: number; finishedAt: number | null };

const RUNS = `SELECT r.id, r.issue_date::text AS "issueDate", r.status, r.started_at AS "startedAt", r.finished_at AS "finishedAt",
    (SELECT jsonb_build_object('waiting', count(*) FILTER (WHERE outcome = 'waiting'), 'issued', count(*) FILTER (WHERE outcome = 'issued'),
       'nothing', count(*) FILTER (WHERE outcome = 'nothing'), 'carried', count(*) FILTER (WHERE outcome = 'carried'),
       'held_back', count(*) FILTER (WHERE outcome = 'held_back')) FROM billing_run_accounts a WHERE a.organization_id = r.organization_id AND a.run_id = r.id) AS accounts,
    coalesce((SELECT jsonb_agg(jsonb_build_object('currency', s.currency, 'count', s.count, 'dueMinor', s.due) ORDER BY s.currency) FROM (SELECT i.currency::text, count(*) AS count,
        sum(CASE i.kind WHEN 'invoice' THEN i.due_minor ELSE -i.due_minor END) AS due
      FROM invoices i WHERE i.organization_id = r.organization_id AND i.run_id = r.id GROUP BY i.currency) s), '[]') AS sums
  FROM billing_runs r WHERE r.organization_id = $1::uuid`;

/** The runs of the last years, the newest first, with how far each is. */
export async function listRuns(ctx: Context): Promise<RunView[]> {
  authorize(ctx, ...listRuns.needs);
  const rows = await read(ctx).query<RunRow>(`${RUNS} ORDER BY r.started_at DESC, r.id DESC LIMIT 60`, [
    ctx.organizationId,
  ]);
  return rows.map(view);
}
listRuns.needs = ["manageBilling"] as const;

/** How far a run is. Throws not_found. */
export async function getRun(ctx: Context, { id }: RunIdInput): Promise<RunView> {
  authorize(ctx, ...getRun.needs);
  return requireRun(read(ctx), ctx, id);
}
getRun.needs = ["manageBilling"] as const;

/** What a run has made of each account so far, what was held back first. Needs manageBilling. Of an unknown run there is nothing. */
export async function listRunResults(ctx: Context, { id }: RunIdInput): Promise<RunResult[]> {
  authorize(ctx, ...listRunResults.needs);
  const rows = await read(ctx).query<Omit<RunResult, "problem"> & { problem: unknown }>(
    `SELECT r.billing_account_id AS "accountId", coalesce(d.legal_name, p.name, t.name, '') AS name, r.outcome, r.problem,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'number', i.number, 'currency', i.currency, 'dueMinor', i.due_minor)
         ORDER BY i.currency, i.number) FROM invoices i WHERE i.organization_id = r.organization_id AND i.run_id = r.run_id
         AND i.billing_account_id = r.billing_account_id), '[]') AS documents
     FROM billing_run_accounts r JOIN billing_accounts a ON a.id = r.billing_account_id
     LEFT JOIN billing_details d ON d.account_id = a.id LEFT JOIN people p ON p.id = a.person_id LEFT JOIN teams t ON t.id = a.team_id
     WHERE r.organization_id = $1::uuid AND r.run_id = $2::uuid AND r.outcome <> 'nothing'
     ORDER BY r.problem IS NULL, lower(coalesce(d.legal_name, p.name, t.name, '')), r.billing_account_id`,
    [ctx.organizationId, id],
  );
  return rows.map((row) => ({ ...row, problem: RunProblem.nullable().parse(row.problem) }));
}
listRunResults.needs = ["manageBilling"] as const;

/** Throws not_found. */
export async function requireRun(sql: Sql, ctx: Context, id: string): Promise<RunView> {
  const [row] = await sql.query<RunRow>(`${RUNS} AND r.id = $2::uuid`, [ctx.organizationId, id]);
  if (!row) throw notFound("billing_run");
  return view(row);
}

function view({ startedAt, finishedAt, ...row }: RunRow): RunView {
  return {
    ...row,
    startedAt: formatInstant(startedAt),
    finishedAt: finishedAt === null ? null : formatInstant(finishedAt),
  };
}
