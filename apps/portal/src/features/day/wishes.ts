import type { ResourceKind, ResourceView } from "@working-social/booking/schema";

/** What the person looks for; the time is kept apart, since it decides what is free, not what fits. */
export interface Wishes {
  readonly people: number;
  readonly features: readonly string[];
  /** Empty: every kind. */
  readonly kinds: readonly ResourceKind[];
}

/** Why a resource does not fit, whatever the time. */
export type Misfit =
  | { readonly code: "other_kind" }
  | { readonly code: "too_small"; readonly capacity: number }
  | { readonly code: "lacks"; readonly features: readonly string[] };

/** Every wish that the resource misses; empty when it fits. */
export function misfits(resource: ResourceView, wishes: Wishes): Misfit[] {
  const found: Misfit[] = [];
  if (wishes.kinds.length > 0 && !wishes.kinds.includes(resource.kind)) found.push({ code: "other_kind" });
  if (seats(resource) < wishes.people) found.push({ code: "too_small", capacity: seats(resource) });
  const missing = wishes.features.filter((feature) => !resource.features.includes(feature));
  if (missing.length > 0) found.push({ code: "lacks", features: missing });
  return found;
}

/** People that one booking of the resource seats: of a pool, one of its units. */
export function seats(resource: ResourceView): number {
  return resource.capacity;
}

/** The features that the resources of a day have, for the choice of wishes. */
export function featuresOf(resources: readonly ResourceView[]): string[] {
  return [...new Set(resources.flatMap((resource) => resource.features))].sort((a, b) => a.localeCompare(b));
}
