import type { QueryClient } from "@tanstack/react-query";
import { createFileRoute, Outlet, redirect } from "@tanstack/react-router";
import { AppFrame } from "../features/shell/app-frame.tsx";
import { PendingPage } from "../features/shell/pending-page.tsx";
import { loadLocation } from "../lib/location.ts";
import { refusalOf } from "../lib/refusal.ts";
import { chooseOrganization, chosenOrganization } from "../lib/session.ts";
import { trpc } from "../lib/trpc.ts";

/** Everything that needs a signed-in member. */
export const Route = createFileRoute("/_app")({
  beforeLoad: async ({ context: { queryClient }, location }) => {
    try {
      await loadMe(queryClient);
    } catch (error) {
      const { code } = refusalOf(error);
      // Without a connection, as whoever was here last; see features/offline/kept.ts.
      if (code === "offline" && (await import("../features/offline/kept.ts")).restore(queryClient)) return;
      if (code !== "unauthenticated") throw error;
      throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { next: location.href } });
    }
  },
  loader: () => loadLocation(),
  pendingComponent: PendingPage,
  component: SignedIn,
});

async function loadMe(queryClient: QueryClient): Promise<void> {
  try {
    await queryClient.ensureQueryData(trpc.session.me.queryOptions());
  } catch (error) {
    if (refusalOf(error).code !== "not_found" || chosenOrganization() === null) throw error;
    // The organization chosen on this device is not this person's, or not any more: the server chooses.
    chooseOrganization(null);
    await queryClient.ensureQueryData(trpc.session.me.queryOptions());
  }
}

function SignedIn() {
  return (
    <AppFrame>
      <Outlet />
    </AppFrame>
  );
}
