import type { Context } from "@working-social/db";
import { inTransaction, timestamp } from "@working-social/db";
import { authorize, mintOrganizationId } from "@working-social/kernel";
import { expireAllHolds } from "../steps/expire-holds.ts";

/**
 * The job that ends all holds over their time, in every organization; one transaction each, so that one in trouble does
 * not stop the rest. Harmless to run often and from several processes: a hold over its time counts as free already,
 * this only tells the open screens. Returns how many ended; throws AggregateError in the end if any had trouble.
 */
export async function expireHolds({ db, clock }: Pick<Context, "db" | "clock">): Promise<{ expired: number }> {
  const found = await db.pool.query<{ id: string }>("SELECT organizations_with_expired_holds($1) AS id", [
    timestamp(clock.now()),
  ]);
  let expired = 0;
  const faults: unknown[] = [];
  for (const { id } of found.rows) {
    const ctx: Context = {
      db,
      clock,
      organizationId: mintOrganizationId(id),
      actor: { kind: "job", job: "expire_holds" },
    };
    authorize(ctx, ...expireHolds.needs);
    await inTransaction(ctx, (tx) => expireAllHolds(tx, ctx)).then(
      (count) => (expired += count),
      (fault: unknown) => faults.push(fault),
    );
  }
  if (faults.length > 0)
    throw new AggregateError(faults, `Holds of ${faults.length} organizations could not be ended.`);
  return { expired };
}
expireHolds.needs = ["expireHolds"] as const;
