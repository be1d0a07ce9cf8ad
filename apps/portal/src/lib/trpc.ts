import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@working-social/api";
import { queryClient } from "./query.ts";
import { chosenOrganization } from "./session.ts";

const url = "/api/trpc";

function headers(): Record<string, string> {
  const organizationId = chosenOrganization();
  return organizationId ? { "x-organization-id": organizationId } : {};
}

export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === "subscription",
      // EventSource sends no headers of ours, so the organization travels in the address.
      true: httpSubscriptionLink({ url, connectionParams: headers }),
      false: httpBatchLink({ url, headers, maxItems: 10 }),
    }),
  ],
});

/** Query and mutation options of every procedure: `useSuspenseQuery(trpc.session.me.queryOptions())`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
