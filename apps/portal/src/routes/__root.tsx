import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { ToastRegion } from "@working-social/ui";
import { FocusOnNavigation } from "../features/shell/focus-on-navigation.tsx";

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: lazyRouteComponent(() => import("../features/shell/not-found-page.tsx"), "LostPage"),
});

function Root() {
  return (
    <>
      <Outlet />
      <FocusOnNavigation />
      <ToastRegion />
    </>
  );
}
