import type { CreditOwner } from "../schema.ts";

export function ownerIds(owner: CreditOwner): { personId: string | null; teamId: string | null } {
  return "personId" in owner ? { personId: owner.personId, teamId: null } : { personId: null, teamId: owner.teamId };
}

export function ownerId(owner: CreditOwner): string {
  return "personId" in owner ? owner.personId : owner.teamId;
}
