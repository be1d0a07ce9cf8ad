import type { QueryClient } from "@tanstack/react-query";
import type { MeView } from "@working-social/directory/schema";
import { createFileRoute, Outlet, redirect } from "@tanstack/react-router";
import { AppFrame } from "../features/shell/app-frame.tsx";
import { PendingPage } from "../features/shell/pending-page.tsx";
import { loadLocation } from "../lib/location.ts";
import { keepPreferences } from "../lib/locale.ts";
import { refusalOf } from "../lib/refusal.ts";
import { chooseOrganization, chosenOrganization } from "../lib/session.ts";
import { trpc } from "../lib/trpc.ts";

/** Everything that needs a signed-in member. */
export const Route = createFileRoute("/_app")({
  beforeLoad: async ({ context: { queryClient }, location }) => {
    try {
      await followPreferences(await loadMe(queryClient));
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

/** What the person chose on another device counts on this one, too: the page comes anew in their language. */
async function followPreferences({ preferences, placeLanguage }: MeView): Promise<void> {
  if (!keepPreferences({ ...preferences, placeLanguage })) return;
  window.location.reload();
  await new Promise(() => {}); // Nothing more is shown of this one.
}

async function loadMe(queryClient: QueryClient): Promise<MeView> {
  try {
    return await queryClient.ensureQueryData(trpc.session.me.queryOptions());
  } catch (error) {
    if (refusalOf(error).code !== "not_found" || chosenOrganization() === null) throw error;
    // The organization chosen on this device is not this person's, or not any more: the server chooses.
    chooseOrganization(null);
    return queryClient.ensureQueryData(trpc.session.me.queryOptions());
  }
}

function SignedIn() {
  return (
    <AppFrame>
      <Outlet />
    </AppFrame>
  );
}
