import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { ToastRegion } from "@working-social/ui";
import { FocusOnNavigation } from "../features/shell/focus-on-navigation.tsx";

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root });

function Root() {
  return (
    <>
      <Outlet />
      <FocusOnNavigation />
      <ToastRegion />
    </>
  );
}
