import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { UiTextProvider } from "@working-social/ui";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { locale } from "./lib/locale.ts";
import { textsOf } from "./lib/texts/catalog.ts";
import { uiTexts } from "./lib/texts/ui.ts";
import { queryClient } from "./lib/query.ts";
import { router } from "./router.tsx";

/** Puts the portal on the page. */
export function startPortal(): void {
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root.");
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <UiTextProvider texts={textsOf(uiTexts)} locale={locale}>
          <RouterProvider router={router} />
        </UiTextProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
