import { createUser } from "@working-social/api/sign-in";
import type { Context } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import { createPlan, createTeam, updatePerson } from "@working-social/directory";
import { newId } from "@working-social/kernel";
import { address, OWNER, PEOPLE, PLANS, TEAMS } from "./people.ts";
import type { Resident } from "./space.ts";

export interface Settled {
  plans: Map<string, string>;
  teams: Map<string, string>;
  people: Map<string, Resident>;
}

/**
 * Plans, teams, and people who have signed in before: an invitation would send mail to addresses that can't exist. Plans,
 * teams and people by what the demo calls them.
 */
export async function settleIn(
  owner: Context,
  { ownerId, locationId, password }: { ownerId: string; locationId: string; password: string },
): Promise<Settled> {
  const [plans, teams] = [new Map<string, string>(), new Map<string, string>()];
  for (const name of PLANS) plans.set(name, (await createPlan(owner, { name })).id);
  for (const { name, plan } of TEAMS)
    teams.set(name, (await createTeam(owner, { name, planId: plans.get(plan) ?? null })).id);
  const oskar = { id: ownerId, name: OWNER.name, role: "owner" as const, teamId: null, homeLocationId: locationId };
  await updatePerson(owner, { ...oskar, planId: plans.get(OWNER.plan) ?? null });
  const added = PEOPLE.map(async ({ name, mailbox, role, plan, team }) => {
    const [id, email] = [newId(), address(mailbox)];
    const teamId = teams.get(team ?? "") ?? null;
    const user = await createUser(owner.db.signInPool, owner.clock, { name, email, password });
    await read(owner).query(
      `INSERT INTO people (id, organization_id, user_id, name, email, role, status, plan_id, team_id, home_location_id, created_at)
       VALUES ($id, $organizationId, $userId, $name, $email, $role, 'active', $planId, $teamId, $locationId, $now)`,
      {
        id,
        organizationId: owner.organizationId,
        userId: user.id,
        name,
        email,
        role,
        planId: plans.get(plan ?? "") ?? null,
        teamId,
        locationId,
        now: timestamp(owner.clock.now()),
      },
    );
    return [mailbox, { id, role, teamId }] as const;
  });
  const people = new Map<string, Resident>(await Promise.all(added));
  return { plans, teams, people: people.set(OWNER.mailbox, { id: ownerId, role: "owner", teamId: null }) };
}
