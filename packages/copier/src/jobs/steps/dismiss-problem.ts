import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { notFound } from "@working-social/kernel";

/** What a line of a log asks about: the print that it repeats, if the device has told of it, and the sides that it said. */
export interface DismissedProblem {
  firstJobId: string | null;
  sides: number | null;
}

/** Takes a line off the front desk's list, once. Throws not_found, also when somebody has answered it before. */
export async function dismissProblem(tx: Sql, ctx: Context, problemId: string): Promise<DismissedProblem> {
  const [line] = await tx.query<DismissedProblem>(
    `UPDATE print_log_problems p SET dismissed_at = $2 WHERE p.id = $1 AND p.dismissed_at IS NULL
     RETURNING p.repeated_sides AS sides,
       (SELECT j.id FROM print_jobs j WHERE j.device_id = p.device_id AND j.print_key = p.repeats_key) AS "firstJobId"`,
    [problemId, timestamp(ctx.clock.now())],
  );
  if (!line) throw notFound("print_problem");
  return line;
}
