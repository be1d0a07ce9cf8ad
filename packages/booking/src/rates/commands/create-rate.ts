import type { Context, Keyed } from "@working-social/db";
import { once, timestamp, withPrisma } from "@working-social/db";
import { requirePlan } from "@working-social/directory";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireTarget } from "../../resources/steps/require-target.ts";
import { requireRate } from "../queries.ts";
import type { CreateRateInput, RateView } from "../schema.ts";

/** A price for quotes from now on; agreed ones stay. Needs manageSpace. Throws not_found for what it names. */
export async function createRate(ctx: Context, keyed: Keyed<CreateRateInput>): Promise<RateView> {
  authorize(ctx, ...createRate.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "rates.create", input };
  return withPrisma(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      await requireTarget(tx.prisma, input);
      if (input.planId !== null) await requirePlan(tx.prisma, input.planId);
      const id = newId();
      const weekdays = [...new Set(input.weekdays)].sort();
      await tx.prisma.rate.create({
        data: { id, organizationId: ctx.organizationId, ...input, weekdays, createdAt: timestamp(ctx.clock.now()) },
      });
      await emit(tx, ctx, {
        name: "rate.created",
        subjectType: "rate",
        subjectId: id,
        data: { created: input },
      });
      return requireRate(tx.prisma, id);
    }),
  );
}
createRate.needs = ["manageSpace"] as const;
