import type { QueryClient } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";

/** For loaders: everything that names what a rule, rate or policy is about. */
export async function loadScopes(client: QueryClient): Promise<void> {
  const locations = await client.ensureQueryData(trpc.locations.list.queryOptions());
  await Promise.all([
    client.ensureQueryData(trpc.plans.list.queryOptions()),
    client.ensureQueryData(trpc.teams.list.queryOptions()),
    ...locations.map(({ id }) =>
      client.ensureQueryData(trpc.resources.list.queryOptions({ locationId: id, includeArchived: true })),
    ),
  ]);
}
