import type { Context } from "@working-social/db";
import { recordAudit, withPrisma } from "@working-social/db";
import { authorize, changesBetween, requirePlan } from "@working-social/directory";
import { requireTarget } from "../../resources/target.ts";
import { requireRate } from "../queries.ts";
import type { RateView, UpdateRateInput } from "../schema.ts";

/** Changes the price of quotes from now on. Needs manageSpace. Throws not_found for the rate, or for what it names. */
export async function updateRate(ctx: Context, { id, ...input }: UpdateRateInput): Promise<RateView> {
  authorize(ctx, "manageSpace");
  return withPrisma(ctx, async (tx) => {
    const before = await requireRate(tx.prisma, id);
    await requireTarget(tx.prisma, input);
    if (input.planId !== null) await requirePlan(tx.prisma, input.planId);
    const fields = { ...input, weekdays: [...new Set(input.weekdays)].sort() };
    await tx.prisma.rate.update({ where: { id }, data: fields });
    await recordAudit(tx, ctx, {
      action: "rate.update",
      subjectType: "rate",
      subjectId: id,
      data: { changes: changesBetween(before, fields) },
    });
    return requireRate(tx.prisma, id);
  });
}
