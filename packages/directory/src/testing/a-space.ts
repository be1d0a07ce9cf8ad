import type { Context } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { anOrganization, aPerson, TEST_NOW } from "@working-social/db/testing";
import type { Role } from "@working-social/kernel";
import { fixedClock } from "@working-social/kernel";

/** An organization with somebody in each role, on one clock; `as(role)` is what that person's request would carry. */
export interface Space {
  organizationId: string;
  clock: ReturnType<typeof fixedClock>;
  personId(role: Role): string;
  as(role: Role): Context;
  /** What the audit trail says, oldest first: "action" of each entry. */
  audited(): Promise<string[]>;
}

const ROLES: Role[] = ["member", "team_admin", "front_desk", "community_manager", "billing_manager", "owner"];

export async function aSpace(database: TestDatabase): Promise<Space> {
  const { id: organizationId } = await anOrganization(database.owner);
  const clock = fixedClock(TEST_NOW);
  const people = new Map<Role, Awaited<ReturnType<typeof aPerson>>>();
  for (const role of ROLES) {
    people.set(
      role,
      await aPerson(database.owner, organizationId, { role, name: role, userId: `user-${organizationId}-${role}` }),
    );
  }
  const person = (role: Role) => {
    const found = people.get(role);
    if (!found) throw new Error(`Nobody is ${role} here.`);
    return found;
  };
  return {
    organizationId,
    clock,
    personId: (role) => person(role).id,
    as: (role) => database.context(organizationId, person(role).actor, clock),
    audited: async () => {
      const { rows } = await database.owner.query<{ name: string }>(
        "SELECT name FROM events WHERE organization_id = $1 ORDER BY at, id",
        [organizationId],
      );
      return rows.map((row) => row.name);
    },
  };
}
