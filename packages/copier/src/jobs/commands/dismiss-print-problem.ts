import type { Context } from "@working-social/db";
import { inTransaction, recordAudit, timestamp } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { notFound } from "@working-social/kernel";
import type { DismissPrintProblemInput } from "../schema.ts";

/** Takes a line that nobody could read off the desk's list, with a reason; the line stays. Needs manageBookings. Throws not_found, also when repeated. */
export async function dismissPrintProblem(
  ctx: Context,
  { problemId, reason }: DismissPrintProblemInput,
): Promise<{ ok: true }> {
  authorize(ctx, "manageBookings");
  return inTransaction(ctx, async (tx) => {
    const done = await tx.query(
      "UPDATE print_log_problems SET dismissed_at = $2 WHERE id = $1 AND dismissed_at IS NULL RETURNING id",
      [problemId, timestamp(ctx.clock.now())],
    );
    if (done.length === 0) throw notFound("print_problem");
    await recordAudit(tx, ctx, {
      action: "print_problem.dismiss",
      subjectType: "print_problem",
      subjectId: problemId,
      reason,
    });
    return { ok: true };
  });
}
