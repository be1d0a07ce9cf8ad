import type { Context } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { mintOrganizationId } from "@working-social/kernel";
import { expireRequests } from "./expire-requests.ts";
import { remindOfRequests } from "./remind-of-requests.ts";

/**
 * The job that looks after requests for approval in every organization: reminds the desk of those that wait, and ends those
 * whose time has begun. Harmless to run often and from several processes. Returns how many; throws AggregateError in the end
 * if any organization had trouble.
 */
export async function lookAfterRequests({
  db,
  clock,
}: Pick<Context, "db" | "clock">): Promise<{ reminded: number; expired: number }> {
  const { rows } = await db.pool.query<{ id: string }>("SELECT organizations_with_waiting_requests($1) AS id", [
    timestamp(clock.now()),
  ]);
  const done = { reminded: 0, expired: 0 };
  const faults: unknown[] = [];
  for (const { id } of rows) {
    const actor = { kind: "job", job: "look_after_requests" } as const;
    const ctx: Context = { db, clock, organizationId: mintOrganizationId(id), actor };
    try {
      done.reminded += await remindOfRequests(ctx);
      done.expired += await expireRequests(ctx);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `Requests of ${faults.length} organizations had trouble.`);
  return done;
}
