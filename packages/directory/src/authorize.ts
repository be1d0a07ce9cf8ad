import type { Permission, Scope } from "@working-social/kernel";
import { may, notAllowed } from "@working-social/kernel";

/** Throws not_allowed with the first permission named, unless the actor has one of them. */
export function authorize(scope: Pick<Scope, "actor">, permission: Permission, ...orElse: Permission[]): void {
  if (![permission, ...orElse].some((one) => may(scope.actor, one))) throw notAllowed(permission);
}
