import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireRate } from "../queries.ts";
import type { RateIdInput, RateView } from "../schema.ts";

/**
 * No quote uses it from now on. Needs manageSpace. Throws not_found, also for a rate that is archived already; the same key again
 * gets the same answer.
 */
export async function archiveRate(ctx: Context, { idempotencyKey: key, id }: Keyed<RateIdInput>): Promise<RateView> {
  authorize(ctx, ...archiveRate.needs);
  const request = { key, procedure: "rates.archive", input: { id } };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const rate = await requireRate(tx, ctx, id);
      await tx.query("UPDATE rates SET archived_at = $3 WHERE organization_id = $1 AND id = $2", [
        ctx.organizationId,
        id,
        timestamp(ctx.clock.now()),
      ]);
      await emit(tx, ctx, { name: "rate.archived", subjectType: "rate", subjectId: id, data: {} });
      return rate;
    }),
  );
}
archiveRate.needs = ["manageSpace"] as const;
