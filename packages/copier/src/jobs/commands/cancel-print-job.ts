import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize, notAllowed } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { copierError } from "../../errors.ts";
import { checkSecret } from "../../identities/queries/check-secret.ts";
import type { Kiosk } from "../../kiosks/queries.ts";
import { jobView } from "../queries/job-row.ts";
import { endWaiting } from "../steps/record-submitted.ts";
import type { Releaser } from "../steps/release-job-for.ts";
import { lockOwnJob } from "../steps/release-job-for.ts";
import { viewJob } from "../queries/view-jobs.ts";
import type { CancelAtKioskInput, PrintJobIdInput, PrintJobView } from "../schema.ts";

/** Gives up one's own waiting job; its credits are free again. Again: the same answer. Throws not_found, wrong_job_state. */
export async function cancelPrintJob(ctx: Context, { jobId }: PrintJobIdInput): Promise<PrintJobView> {
  authorize(ctx, ...cancelPrintJob.needs);
  const { actor } = ctx;
  if (actor.kind !== "person") throw notAllowed("cancel_print_job");
  return cancelFor(ctx, { personId: actor.personId, deviceId: null }, jobId);
}
cancelPrintJob.needs = ["useSpace"] as const;

/** The same at a kiosk, by PIN or QR. Throws also wrong_code and too_many_codes. */
export async function cancelAtKiosk(
  ctx: Context,
  { deviceId }: Kiosk,
  { secret, jobId }: CancelAtKioskInput,
): Promise<PrintJobView> {
  authorize(ctx, ...cancelAtKiosk.needs);
  return cancelFor(ctx, { personId: await checkSecret(ctx, deviceId, secret), deviceId }, jobId);
}
cancelAtKiosk.needs = ["releaseByCode"] as const;

function cancelFor(ctx: Context, releaser: Releaser, jobId: string): Promise<PrintJobView> {
  return inTransaction(ctx, async (tx) => {
    const job = await lockOwnJob(tx, releaser, jobId);
    if (job.status === "cancelled") return jobView(job);
    if (job.status !== "held" && job.status !== "released")
      throw copierError({ code: "wrong_job_state", status: job.status, action: "cancel" });
    await endWaiting(tx, ctx, job, "cancelled");
    await emit(tx, ctx, {
      name: "print_job.cancelled",
      subjectType: "print_job",
      subjectId: jobId,
      data: { personId: releaser.personId },
    });
    return viewJob(tx, ctx, jobId);
  });
}
