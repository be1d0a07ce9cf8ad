import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { copierError } from "../../errors.ts";
import { lockJob } from "../queries/job-row.ts";
import type { CountPrintJobInput, PrintJobView } from "../schema.ts";
import { endWaiting } from "../steps/record-submitted.ts";
import { settleJob } from "../steps/settle-job.ts";
import { viewJob } from "../queries/view-jobs.ts";

/**
 * Says how many sides a job had that its printer did not count, and settles it; none: it is cancelled, nothing came out. Needs
 * manageBookings. Throws not_found, wrong_job_state; the same key again gets the same answer.
 */
export async function countPrintJob(ctx: Context, keyed: Keyed<CountPrintJobInput>): Promise<PrintJobView> {
  authorize(ctx, ...countPrintJob.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "printing.count", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => count(tx, ctx, input)));
}
countPrintJob.needs = ["manageBookings"] as const;

async function count(tx: Sql, ctx: Context, { jobId, sides, reason }: CountPrintJobInput): Promise<PrintJobView> {
  const job = await lockJob(tx, jobId);
  if (job.status !== "uncounted") throw copierError({ code: "wrong_job_state", status: job.status, action: "count" });
  await tx.query("UPDATE print_jobs SET counted_sides = $2 WHERE id = $1", [jobId, sides]);
  await (sides === 0 ? endWaiting(tx, ctx, job, "cancelled") : settleJob(tx, ctx, { ...job, countedSides: sides }));
  await emit(tx, ctx, {
    name: "print_job.counted",
    subjectType: "print_job",
    subjectId: jobId,
    reason,
    data: { sides },
  });
  return viewJob(tx, ctx, jobId);
}
