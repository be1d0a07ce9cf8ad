import type { Context, Database } from "@working-social/db";
import { inTransaction, timestamp } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import { authorize, mintOrganizationId } from "@working-social/kernel";
import type { JobRow } from "../queries/job-row.ts";
import { JOBS } from "../queries/job-row.ts";
import { endWaiting } from "../steps/record-submitted.ts";

/**
 * Ends what waited too long, for its owner or for somebody to know whose it is, or was released to a copier that never printed it, in every organization. A worker's job: two
 * that run at once share the work. Should such a job come out later, its report is paid as any other. Returns how many.
 */
export async function expirePrintJobs(db: Database, clock: Clock): Promise<number> {
  const { rows } = await db.pool.query<{ id: string }>("SELECT organizations_with_expired_print_jobs($1) AS id", [
    timestamp(clock.now()),
  ]);
  let count = 0;
  for (const { id } of rows)
    count += await expireIn({
      db,
      clock,
      organizationId: mintOrganizationId(id),
      actor: { kind: "job", job: "expire_print_jobs" },
    });
  return count;
}
expirePrintJobs.needs = ["expirePrintJobs"] as const;

async function expireIn(ctx: Context): Promise<number> {
  authorize(ctx, ...expirePrintJobs.needs);
  return inTransaction(ctx, async (tx) => {
    const jobs = await tx.query<JobRow>(
      `${JOBS} WHERE j.status IN ('held', 'released', 'unassigned') AND j.expires_at <= $1 ORDER BY j.id LIMIT 500 FOR NO KEY UPDATE OF j SKIP LOCKED`,
      [timestamp(ctx.clock.now())],
    );
    for (const job of jobs) await endWaiting(tx, ctx, job, "expired");
    return jobs.length;
  });
}
