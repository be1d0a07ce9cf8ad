import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { ErrorState } from "@working-social/ui";
import { useEffect } from "react";
import { refusalOf, refusalSentence } from "../../lib/refusals.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { troubleTexts } from "../../lib/texts/trouble.ts";
import { NotHerePage } from "./not-here-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** A page whose data did not come: says why, and tries again by hand or when the network is back. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const texts = useTexts(troubleTexts);
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const refusal = refusalOf(error);

  useEffect(() => {
    queries.reset();
    const reload = () => void router.invalidate();
    addEventListener("online", reload);
    return () => removeEventListener("online", reload);
  }, [queries, router]);

  function retry() {
    reset();
    void router.invalidate();
  }
  // An address with a mistyped id is no field that needs another look.
  if (refusal.code === "bad_input") return <NotFoundPage />;
  if (refusal.code === "not_found") return <NotHerePage />;
  return (
    <div className="grid min-h-[60dvh] place-items-center">
      <ErrorState title={refusal.code === "offline" ? texts.offlineTitle : texts.errorTitle} onRetry={retry}>
        {refusalSentence(refusal)}
      </ErrorState>
    </div>
  );
}
