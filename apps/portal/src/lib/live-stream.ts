import type { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import type { AppRouter } from "@working-social/api";
import { refresherOf } from "./refresh.ts";
import { chosenOrganization } from "./session.ts";
import { firstAnswerAt } from "./wire.ts";

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

/**
 * Listens to the changes at a location until `over`, and refreshes what they show on. What the page has just loaded is not
 * asked again: the server says whether anything has changed since. After a lost connection everything is, since nobody
 * announces again what came and went meanwhile. `setLive`: whether changes reach this page.
 */
export function follow(
  queries: QueryClient,
  locationId: string,
  setLive: (isLive: boolean) => void,
  over: AbortSignal,
): void {
  if (over.aborted) return;
  const refresher = refresherOf(queries);
  let wasConnected = false;
  let isLost = false;
  const onConnected = (isConnected: boolean) => {
    if (over.aborted) return;
    if (isConnected && isLost) refresher.heard();
    isLost = wasConnected && !isConnected;
    wasConnected ||= isConnected;
    refresher.setStanding(isConnected);
    setLive(!isLost);
  };
  const subscription = client.live.changes.subscribe(
    { locationId, since: firstAnswerAt() },
    {
      onData: () => refresher.heard(),
      onConnectionStateChange: ({ state }) => onConnected(state === "pending"),
      // It is over for good, such as after signing out; the next question to the API says why.
      onError: () => onConnected(false),
    },
  );
  over.addEventListener("abort", () => {
    refresher.setStanding(false);
    subscription.unsubscribe();
  });
}
