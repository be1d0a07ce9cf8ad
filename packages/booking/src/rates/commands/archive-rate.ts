import type { Context, Keyed } from "@working-social/db";
import { once, timestamp, withPrisma } from "@working-social/db";
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
  return withPrisma(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const rate = await requireRate(tx.prisma, id);
      await tx.prisma.rate.update({ where: { id }, data: { archivedAt: timestamp(ctx.clock.now()) } });
      await emit(tx, ctx, { name: "rate.archived", subjectType: "rate", subjectId: id, data: {} });
      return rate;
    }),
  );
}
archiveRate.needs = ["manageSpace"] as const;
