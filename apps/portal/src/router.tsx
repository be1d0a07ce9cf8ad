import { createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { PendingPage } from "./features/shell/pending-page.tsx";
import { routeTree } from "./routeTree.gen.ts";
import { queryClient } from "./lib/query.ts";
import { parseSearch, stringifySearch } from "./lib/search-text.ts";

export const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  // The query cache decides what is fresh, not the router.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 250,
  defaultPendingMinMs: 200,
  defaultPendingComponent: PendingPage,
  defaultErrorComponent: lazyRouteComponent(() => import("./features/shell/route-error.tsx"), "RouteError"),
  defaultNotFoundComponent: lazyRouteComponent(() => import("./features/shell/not-found-page.tsx"), "NotFoundPage"),
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
