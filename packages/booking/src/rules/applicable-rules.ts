import type { BookingRuleView } from "../booking-rules/schema.ts";
import type { RuleName } from "./refusals.ts";
import type { ResourceKind } from "../shared.ts";
import type { BookingSituation, RulePerson, RuleResource } from "./situation.ts";

/** What a rule, a rate or a policy is about: each that is not null narrows. */
export interface ResourceScope {
  readonly locationId: string | null;
  readonly resourceKind: ResourceKind | null;
  readonly resourceId: string | null;
}

/** Whether a resource, given by its id, kind and location, is in the scope. */
export function isInScope(scope: ResourceScope, resourceId: string, kind: ResourceKind, locationId: string): boolean {
  return (
    (scope.locationId === null || scope.locationId === locationId) &&
    (scope.resourceKind === null || scope.resourceKind === kind) &&
    (scope.resourceId === null || scope.resourceId === resourceId)
  );
}

/** How narrow a scope is: a resource is narrower than a kind, and that than a location. */
export function scopeRank(scope: ResourceScope): number {
  if (scope.resourceId !== null) return 3;
  if (scope.resourceKind !== null) return 2;
  return scope.locationId === null ? 0 : 1;
}

/** The rules that speak about this resource and this person, in the order given. */
export function rulesFor(situation: BookingSituation, resource: RuleResource): BookingRuleView[] {
  return situation.rules.filter(
    (rule) => isInScope(rule, resource.id, resource.kind, resource.locationId) && isAudience(rule, situation.person),
  );
}

/** Nobody named means everybody, also for "everybody except": an exception of nobody excludes nobody. */
function isAudience(rule: BookingRuleView, person: RulePerson): boolean {
  if (rule.planIds.length + rule.teamIds.length + rule.roles.length === 0) return true;
  const isNamed =
    (person.planId !== null && rule.planIds.includes(person.planId)) ||
    (person.teamId !== null && rule.teamIds.includes(person.teamId)) ||
    rule.roles.includes(person.role);
  return isNamed !== rule.audienceIsExcept;
}

export function ruleName(rule: BookingRuleView): RuleName {
  return { id: rule.id, name: rule.name };
}
