import type { Context } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { dismissProblem } from "../steps/dismiss-problem.ts";
import type { AnswerPrintProblemInput } from "../schema.ts";

/**
 * Takes a line that nobody could read, or that says a print again, off the desk's list, with a reason; the line stays, and nobody
 * pays for it. Needs manageBookings. Throws not_found, also when it is answered already; the same key again gets the same answer.
 */
export async function dismissPrintProblem(ctx: Context, input: AnswerPrintProblemInput): Promise<{ ok: true }> {
  authorize(ctx, ...dismissPrintProblem.needs);
  const { problemId, reason } = input;
  const request = { key: input.idempotencyKey, procedure: "printing.dismissProblem", input };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      await dismissProblem(tx, ctx, problemId);
      await emit(tx, ctx, {
        name: "print_problem.dismissed",
        subjectType: "print_problem",
        subjectId: problemId,
        reason,
        data: {},
      });
      return { ok: true as const };
    }),
  );
}
dismissPrintProblem.needs = ["manageBookings"] as const;
