import type { Context, Prisma } from "@working-social/db";
import { withPrisma } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import type { PlanView } from "../schema.ts";

const planSelect = {
  id: true,
  name: true,
  _count: { select: { people: { where: { status: { not: "suspended" } } }, teams: { where: { archivedAt: null } } } },
} satisfies Prisma.PlanSelect;

function planView(plan: Prisma.PlanGetPayload<{ select: typeof planSelect }>): PlanView {
  return { id: plan.id, name: plan.name, peopleCount: plan._count.people, teamCount: plan._count.teams };
}

/** The plans in use, by name, with how many people and teams have each. */
export async function listPlans(ctx: Context): Promise<PlanView[]> {
  authorize(ctx, ...listPlans.needs);
  return withPrisma(ctx, async ({ prisma }) => {
    const plans = await prisma.plan.findMany({
      where: { archivedAt: null },
      orderBy: { name: "asc" },
      select: planSelect,
    });
    return plans.map(planView);
  });
}
listPlans.needs = ["useSpace"] as const;

/** Throws not_found for an unknown, archived or foreign plan. */
export async function requirePlan(prisma: Prisma.TransactionClient, id: string): Promise<PlanView> {
  const plan = await prisma.plan.findFirst({ where: { id, archivedAt: null }, select: planSelect });
  if (!plan) throw notFound("plan");
  return planView(plan);
}
