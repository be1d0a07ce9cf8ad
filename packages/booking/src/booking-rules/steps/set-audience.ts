import type { Context, PrismaTransaction } from "@working-social/db";
import { newId, notFound } from "@working-social/kernel";
import type { CreateBookingRuleInput } from "../schema.ts";

type Audience = Pick<CreateBookingRuleInput, "planIds" | "teamIds" | "roles">;

/** Replaces the plans, teams and roles that a rule speaks of. Throws not_found for a plan or team that is not there. */
export async function setAudience(
  tx: PrismaTransaction,
  ctx: Context,
  ruleId: string,
  audience: Audience,
): Promise<void> {
  const planIds = [...new Set(audience.planIds)];
  const teamIds = [...new Set(audience.teamIds)];
  if ((await tx.prisma.plan.count({ where: { id: { in: planIds } } })) < planIds.length) throw notFound("plan");
  if ((await tx.prisma.team.count({ where: { id: { in: teamIds } } })) < teamIds.length) throw notFound("team");
  await tx.prisma.bookingRuleAudience.deleteMany({ where: { ruleId } });
  const row = () => ({ id: newId(), organizationId: ctx.organizationId, ruleId });
  await tx.prisma.bookingRuleAudience.createMany({
    data: [
      ...planIds.map((planId) => ({ ...row(), planId })),
      ...teamIds.map((teamId) => ({ ...row(), teamId })),
      ...[...new Set(audience.roles)].map((role) => ({ ...row(), role })),
    ],
  });
}
