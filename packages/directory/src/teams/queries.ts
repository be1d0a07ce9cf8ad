import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import type { TeamView } from "../schema.ts";

/** Teams in use. $1 the organization. */
const TEAMS = `SELECT t.id, t.name, t.plan_id AS "planId", p.name AS "planName",
    (SELECT count(*)::int FROM people m WHERE m.team_id = t.id AND m.status <> 'suspended') AS "peopleCount"
  FROM teams t LEFT JOIN plans p ON p.id = t.plan_id WHERE t.organization_id = $1::uuid AND t.archived_at IS NULL`;

/** All teams by name. Needs managePeople, manageBookings or manageSpace (rules name teams). */
export async function listTeams(ctx: Context): Promise<TeamView[]> {
  authorize(ctx, ...listTeams.needs);
  return read(ctx).query<TeamView>(`${TEAMS} ORDER BY t.name`, [ctx.organizationId]);
}
listTeams.needs = ["managePeople", "manageBookings", "manageSpace", "manageContracts"] as const;

/** Throws not_found for an unknown, archived or foreign team. */
export async function requireTeam(tx: Sql, ctx: Context, id: string): Promise<TeamView> {
  const [team] = await tx.query<TeamView>(`${TEAMS} AND t.id = $2::uuid`, [ctx.organizationId, id]);
  if (!team) throw notFound("team");
  return team;
}
