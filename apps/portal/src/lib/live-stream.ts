import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import type { AppRouter } from "@working-social/api";
import { chosenOrganization } from "./session.ts";

// Fetched after the first page stands: tRPC's own client, for the stream of server-sent events.

const client = createTRPCClient<AppRouter>({
  links: [
    httpSubscriptionLink({
      url: "/api/trpc",
      // EventSource sends no headers of ours, so the organization travels in the address.
      connectionParams: () => {
        const organizationId = chosenOrganization();
        return organizationId ? { "x-organization-id": organizationId } : {};
      },
    }),
  ],
});

export interface StreamListener {
  onChange: () => void;
  /** Whether the stream stands; after it broke it comes back by itself. */
  onConnected: (isConnected: boolean) => void;
}

/** Listens to the changes at a location until the returned function is called. */
export function listen(locationId: string, { onChange, onConnected }: StreamListener): () => void {
  const subscription = client.live.changes.subscribe(
    { locationId },
    {
      onData: onChange,
      onConnectionStateChange: ({ state }) => onConnected(state === "pending"),
      // It is over for good, such as after signing out; the next question to the API says why.
      onError: () => onConnected(false),
    },
  );
  return () => subscription.unsubscribe();
}
