import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { ToastRegion } from "@working-social/ui";
import { FocusOnNavigation } from "../features/shell/focus-on-navigation.tsx";
import { LostPage } from "../features/shell/not-found-page.tsx";

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: LostPage,
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
