import type { ResourceView } from "@working-social/booking/schema";

/** People that one booking of the resource seats: of a pool, one of its units. */
export function seats(resource: ResourceView): number {
  return resource.capacity;
}

/** The features that the resources of a day have, for the choice of wishes. */
export function featuresOf(resources: readonly ResourceView[]): string[] {
  return [...new Set(resources.flatMap((resource) => resource.features))].sort((a, b) => a.localeCompare(b));
}
