import type { ResourceView } from "../resources/schema.ts";
import type { ResourceKind } from "../shared.ts";

/** What somebody looks for, whatever the time. */
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

/** Every wish that the resource misses; empty when it fits. A resource's features are kept in lower case. */
export function misfits(resource: Pick<ResourceView, "kind" | "capacity" | "features">, wishes: Wishes): Misfit[] {
  const found: Misfit[] = [];
  if (wishes.kinds.length > 0 && !wishes.kinds.includes(resource.kind)) found.push({ code: "other_kind" });
  if (resource.capacity < wishes.people) found.push({ code: "too_small", capacity: resource.capacity });
  const missing = wishes.features.filter((feature) => !resource.features.includes(feature.toLowerCase()));
  if (missing.length > 0) found.push({ code: "lacks", features: missing });
  return found;
}
