import type { Scope } from "@working-social/kernel";
import { notAllowed } from "@working-social/kernel";
import { permissionsOf } from "./rules.ts";
import type { Permissions } from "./schema.ts";

export type Permission = keyof Permissions;

/** Whether the actor's role grants the permission. Jobs, imports and set-up act for the operator and may do all. */
export function may(scope: Pick<Scope, "actor">, permission: Permission): boolean {
  return scope.actor.kind !== "person" || permissionsOf(scope.actor.role)[permission];
}

/** Throws not_allowed with the first permission named, unless the actor has one of them. */
export function authorize(scope: Pick<Scope, "actor">, permission: Permission, ...orElse: Permission[]): void {
  if (![permission, ...orElse].some((one) => may(scope, one))) throw notAllowed(permission);
}
