import type { Context, Prisma } from "@working-social/db";
import { withPrisma } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { requireLocation } from "../locations/queries.ts";
import type { ListRatesInput, RateView } from "./schema.ts";

const rateSelect = {
  id: true,
  name: true,
  locationId: true,
  resourceKind: true,
  resourceId: true,
  audience: true,
  planId: true,
  weekdays: true,
  bandFromMinute: true,
  bandToMinute: true,
  unit: true,
  priceMinor: true,
  minimumChargeMinor: true,
} satisfies Prisma.RateSelect;

function rateView(rate: Prisma.RateGetPayload<{ select: typeof rateSelect }>): RateView {
  const { priceMinor, minimumChargeMinor } = rate;
  return {
    ...rate,
    priceMinor: Number(priceMinor),
    minimumChargeMinor: minimumChargeMinor === null ? null : Number(minimumChargeMinor),
  };
}

/** A location's rates in force, in the order in which they were made. Needs manageSpace. Throws not_found. */
export async function listRates(ctx: Context, { locationId }: ListRatesInput): Promise<RateView[]> {
  authorize(ctx, ...listRates.needs);
  return withPrisma(ctx, async ({ prisma }) => {
    await requireLocation(prisma, locationId);
    const rates = await prisma.rate.findMany({
      where: { locationId, archivedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: rateSelect,
    });
    return rates.map(rateView);
  });
}
listRates.needs = ["manageSpace"] as const;

/** Throws not_found for an unknown, archived or foreign rate. */
export async function requireRate(prisma: Prisma.TransactionClient, id: string): Promise<RateView> {
  const rate = await prisma.rate.findFirst({ where: { id, archivedAt: null }, select: rateSelect });
  if (!rate) throw notFound("rate");
  return rateView(rate);
}
