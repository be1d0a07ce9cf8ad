import type { CreditScope } from "@working-social/credits/schema";
import { ResourceKind } from "@working-social/booking/schema";

interface Named {
  id: string;
  name: string;
}

export interface ScopeWords {
  everything: string;
  gone: string;
  at: (what: string, where: string) => string;
  only: (what: string, kinds: string) => string;
  or: (items: readonly string[]) => string;
  kindsMany: Record<ResourceKind, string>;
}

/** "Rooms or Booths at Old Harbour": what credits are good for. Within a list any one will do, and every list narrows. */
export function creditScopeText(
  { resourceIds, resourceKinds, locationIds }: CreditScope,
  { locations, resources }: { locations: readonly Named[]; resources: readonly Named[] },
  words: ScopeWords,
): string {
  const nameIn = (all: readonly Named[]) => (id: string) => all.find((one) => one.id === id)?.name ?? words.gone;
  // In the order of every list of kinds, however they are stored.
  const chosen = ResourceKind.options.filter((kind) => resourceKinds.includes(kind));
  const kinds = words.or(chosen.map((kind) => words.kindsMany[kind]));
  const named = words.or(resourceIds.map(nameIn(resources)));
  const what = named && kinds ? words.only(named, kinds) : named || kinds || words.everything;
  return locationIds.length === 0 ? what : words.at(what, words.or(locationIds.map(nameIn(locations))));
}
