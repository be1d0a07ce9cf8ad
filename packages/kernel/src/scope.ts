import type { Actor } from "./actor.ts";
import type { Clock } from "./clock.ts";

declare const organizationBrand: unique symbol;

/** Proof that a gate (session, API key, device, job) has decided whose data may be touched. */
export type OrganizationId = string & { readonly [organizationBrand]: true };

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
