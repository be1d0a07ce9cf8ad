import type { Context, Sql } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize, newId, notFound } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { lockJob } from "../queries/job-row.ts";
import { dismissProblem } from "../steps/dismiss-problem.ts";
import type { AnswerPrintProblemInput, PrintJobView } from "../schema.ts";
import { settleJob } from "../steps/settle-job.ts";
import { viewJob } from "../queries/view-jobs.ts";

/**
 * Answers a repeated total: it was a second print. It becomes a job of its own, of the same person, paper and colour, and is paid as
 * any print at today's prices; if nobody knows yet who printed, it waits with the first. Needs manageBookings. Throws not_found for a
 * line that repeats no print, or is answered already; the same key again gets the same answer.
 */
export async function countSecondPrint(ctx: Context, input: AnswerPrintProblemInput): Promise<PrintJobView> {
  authorize(ctx, ...countSecondPrint.needs);
  const request = { key: input.idempotencyKey, procedure: "printing.countSecondPrint", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => count(tx, ctx, input)));
}
countSecondPrint.needs = ["manageBookings"] as const;

async function count(tx: Sql, ctx: Context, { problemId, reason }: AnswerPrintProblemInput): Promise<PrintJobView> {
  const { firstJobId, sides } = await dismissProblem(tx, ctx, problemId);
  if (firstJobId === null || sides === null) throw notFound("print_problem");
  const jobId = await insertSecond(tx, ctx, { problemId, firstJobId, sides });
  await settleJob(tx, ctx, await lockJob(tx, jobId));
  await emit(tx, ctx, {
    name: "print_problem.second_print_counted",
    subjectType: "print_problem",
    subjectId: problemId,
    reason,
    data: { jobId, firstJobId, sides },
  });
  return viewJob(tx, ctx, jobId);
}

/** The key says which line it came from: a line can't be counted twice, whatever happens. */
async function insertSecond(
  tx: Sql,
  ctx: Context,
  { problemId, firstJobId, sides }: { problemId: string; firstJobId: string; sides: number },
): Promise<string> {
  const first = await lockJob(tx, firstJobId);
  const status = first.personId !== null ? "uncounted" : first.status === "house" ? "house" : "unassigned";
  const id = newId();
  await tx.query(
    `INSERT INTO print_jobs (id, organization_id, location_id, device_id, printer, external_id, reported_user, user_key, person_id, title, colour,
       paper_size, is_duplex, copies, currency, printed_at, is_clock_ahead, print_key, counted_sides, status, created_at)
     SELECT $2, organization_id, location_id, device_id, printer, external_id, reported_user, user_key, person_id, title, colour,
       paper_size, is_duplex, copies, currency, printed_at, is_clock_ahead, $3, $4, $5::print_job_status, $6 FROM print_jobs WHERE id = $1`,
    [firstJobId, id, `second print: ${problemId}`, sides, status, timestamp(ctx.clock.now())],
  );
  return id;
}
