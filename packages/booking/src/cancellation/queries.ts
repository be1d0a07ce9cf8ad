import type { Context, Prisma } from "@working-social/db";
import { withPrisma } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { requireLocation } from "../locations/queries.ts";
import type { CancellationPolicyView, ListCancellationPoliciesInput } from "./schema.ts";

/** Tiers from the earliest (most hours before the start) to the latest. */
const policySelect = {
  id: true,
  name: true,
  locationId: true,
  resourceKind: true,
  resourceId: true,
  tiers: { orderBy: { hoursBefore: "desc" }, select: { hoursBefore: true, feePercent: true } },
} satisfies Prisma.CancellationPolicySelect;

/** A location's policies in force, in the order in which they were made. Needs manageSpace. Throws not_found. */
export async function listCancellationPolicies(
  ctx: Context,
  { locationId }: ListCancellationPoliciesInput,
): Promise<CancellationPolicyView[]> {
  authorize(ctx, ...listCancellationPolicies.needs);
  return withPrisma(ctx, async ({ prisma }) => {
    await requireLocation(prisma, locationId);
    return prisma.cancellationPolicy.findMany({
      where: { locationId, archivedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: policySelect,
    });
  });
}
listCancellationPolicies.needs = ["manageSpace"] as const;

/** Throws not_found for an unknown, archived or foreign policy. */
export async function requireCancellationPolicy(
  prisma: Prisma.TransactionClient,
  id: string,
): Promise<CancellationPolicyView> {
  const policy = await prisma.cancellationPolicy.findFirst({ where: { id, archivedAt: null }, select: policySelect });
  if (!policy) throw notFound("cancellation_policy");
  return policy;
}
