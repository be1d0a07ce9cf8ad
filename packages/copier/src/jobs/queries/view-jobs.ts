import { loadCosts } from "@working-social/charges";
import type { Context, Sql } from "@working-social/db";
import type { JobRow } from "./job-row.ts";
import { jobView, lockJob } from "./job-row.ts";
import { PRINT_JOB } from "../steps/pay-for-job.ts";
import type { PrintJobView } from "../schema.ts";

/** Jobs with what they cost at this moment: credits that came late, payments and refunds are in it. */
export async function viewJobs(sql: Sql, ctx: Context, jobs: readonly JobRow[]): Promise<PrintJobView[]> {
  const ids = jobs.filter(({ status }) => status === "settled").map(({ id }) => id);
  const costs = ids.length > 0 ? await loadCosts(sql, ctx, { type: PRINT_JOB, ids }) : new Map<string, never>();
  return jobs.map((job) => {
    const [view, cost] = [jobView(job), costs.get(job.id)];
    if (!cost) return view;
    const { used, openMinor, paidMinor } = cost;
    const credits = used.filter(({ unit }) => unit === view.unit).reduce((sum, { quantity }) => sum + quantity, 0);
    return { ...view, credits, moneyMinor: openMinor + paidMinor, openMinor };
  });
}

/** A job as it is now, within the transaction that changed it. */
export async function viewJob(tx: Sql, ctx: Context, id: string): Promise<PrintJobView> {
  const job = await lockJob(tx, id);
  return (await viewJobs(tx, ctx, [job]))[0] ?? jobView(job);
}
