import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";

// Nothing has had the focus yet when the first page comes, and nothing has happened that a toast could say.
const Toasts = lazy(() => import("../features/shell/toasts.tsx").then((module) => ({ default: module.Toasts })));
const Focus = lazy(() => import("../features/shell/focus.tsx").then((module) => ({ default: module.Focus })));

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: lazyRouteComponent(() => import("../features/shell/not-found-page.tsx"), "LostPage"),
});

function Root() {
  return (
    <>
      <Outlet />
      <Suspense fallback={null}>
        <Focus />
        <Toasts />
      </Suspense>
    </>
  );
}
