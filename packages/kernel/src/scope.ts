import type { Clock } from "./clock.ts";

declare const organizationBrand: unique symbol;

/** Proof that a gate (session, API key, device, job) has decided whose data may be touched. */
export type OrganizationId = string & { readonly [organizationBrand]: true };

export const ROLES = ["member", "team_admin", "front_desk", "community_manager", "billing_manager", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** On whose behalf something happens; written to the audit trail. */
export type Actor =
  | { readonly kind: "person"; readonly personId: string; readonly role: Role }
  | { readonly kind: "system"; readonly name: string }
  | { readonly kind: "import"; readonly source: string };

/** What every command and query receives beside its input and the database. */
export interface Scope {
  readonly organizationId: OrganizationId;
  readonly actor: Actor;
  readonly clock: Clock;
}

/** Only gates call this: a session, an API key, a device token, or a job that carries its organization. */
export function mintOrganizationId(id: string): OrganizationId {
  return id as OrganizationId;
}
