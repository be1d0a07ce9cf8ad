import { useSuspenseQueries } from "@tanstack/react-query";
import type { LocationView, ResourceKind, ResourceView } from "@working-social/booking/schema";
import { useLocations } from "../../../lib/location.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageFormTexts } from "../form/form-texts.ts";
import { manageTexts } from "../manage-texts.ts";

/** What a rule, a rate or a policy is about: each that is not null narrows. */
export interface Scope {
  locationId: string | null;
  resourceKind: ResourceKind | null;
  resourceId: string | null;
}

export interface ScopeWords {
  everything: string;
  kindsMany: Record<ResourceKind, string>;
  at: (what: string, location: string) => string;
}

interface Space {
  locations: readonly LocationView[];
  resources: readonly ResourceView[];
}

/** "Rooms at Old Harbour"; the location is left out where there is only one, where a resource tells it, and `here`. */
export function scopeText(scope: Scope, { locations, resources }: Space, words: ScopeWords, here?: string): string {
  const resource = resources.find(({ id }) => id === scope.resourceId);
  if (resource) return resource.name;
  const what = scope.resourceKind ? words.kindsMany[scope.resourceKind] : words.everything;
  const location = locations.find(({ id }) => id === scope.locationId);
  return location && locations.length > 1 && location.id !== here ? words.at(what, location.name) : what;
}

/** Names of what a scope is about, over all locations; `here`: the location that the page is about, which goes without saying. */
export function useScopeNames(here?: string) {
  const { locations } = useLocations();
  const { scope: words } = useTexts(manageFormTexts);
  const { kindsMany } = useTexts(manageTexts);
  const resources = useSuspenseQueries({
    queries: locations.map(({ id }) => trpc.resources.list.queryOptions({ locationId: id, includeArchived: true })),
    combine: (results) => results.flatMap(({ data }) => data),
  });
  return {
    locations,
    resources,
    nameOf: (scope: Scope) => scopeText(scope, { locations, resources }, { ...words, kindsMany }, here),
  };
}
