import type { Context, Prisma } from "@working-social/db";
import { withPrisma } from "@working-social/db";
import { notFound } from "@working-social/kernel";
import { authorize } from "../authorize.ts";
import type { TeamView } from "../schema.ts";

const teamSelect = {
  id: true,
  name: true,
  planId: true,
  plan: { select: { name: true } },
  _count: { select: { people: { where: { status: { not: "suspended" } } } } },
} satisfies Prisma.TeamSelect;

function teamView(team: Prisma.TeamGetPayload<{ select: typeof teamSelect }>): TeamView {
  return {
    id: team.id,
    name: team.name,
    planId: team.planId,
    planName: team.plan?.name ?? null,
    peopleCount: team._count.people,
  };
}

/** All teams by name. Needs managePeople, manageBookings or manageSpace (rules name teams). */
export async function listTeams(ctx: Context): Promise<TeamView[]> {
  authorize(ctx, "managePeople", "manageBookings", "manageSpace");
  return withPrisma(ctx, async ({ prisma }) => {
    const teams = await prisma.team.findMany({
      where: { archivedAt: null },
      orderBy: { name: "asc" },
      select: teamSelect,
    });
    return teams.map(teamView);
  });
}

/** Throws not_found for an unknown, archived or foreign team. */
export async function requireTeam(prisma: Prisma.TransactionClient, id: string): Promise<TeamView> {
  const team = await prisma.team.findFirst({ where: { id, archivedAt: null }, select: teamSelect });
  if (!team) throw notFound("team");
  return teamView(team);
}
