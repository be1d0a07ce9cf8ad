import type { Context } from "@working-social/db";
import { inTransaction, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { copierError } from "../../errors.ts";
import { lockJob } from "../queries/job-row.ts";
import { refundJob } from "../steps/pay-for-job.ts";
import { viewJob } from "../queries/view-jobs.ts";
import type { PrintJobView, RefundPrintJobInput } from "../schema.ts";

/**
 * Gives back what a spoiled print has cost: credits to the lots they came from, also those of money, and what is open. Again: the
 * same answer. Needs manageBookings. Throws not_found, wrong_job_state.
 */
export async function refundPrintJob(ctx: Context, { jobId, reason }: RefundPrintJobInput): Promise<PrintJobView> {
  authorize(ctx, ...refundPrintJob.needs);
  return inTransaction(ctx, async (tx) => {
    const job = await lockJob(tx, jobId);
    if (job.refundedAt !== null) return viewJob(tx, ctx, jobId);
    if (job.status !== "settled") throw copierError({ code: "wrong_job_state", status: job.status, action: "refund" });
    await refundJob(tx, ctx, job, reason);
    await tx.query("UPDATE print_jobs SET refunded_at = $2 WHERE id = $1", [jobId, timestamp(ctx.clock.now())]);
    await emit(tx, ctx, {
      name: "print_job.refunded",
      subjectType: "print_job",
      subjectId: jobId,
      reason,
      data: { credits: job.creditsUsed, moneyMinor: job.moneyMinor },
    });
    return viewJob(tx, ctx, jobId);
  });
}
refundPrintJob.needs = ["manageBookings"] as const;
