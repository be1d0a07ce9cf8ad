import { Link } from "@tanstack/react-router";
import { buttonClass, EmptyState } from "@working-social/ui";
import { Compass } from "lucide-react";
import { useTitle } from "../../lib/title.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { notFoundTexts } from "./not-found-texts.ts";

/** An address that leads nowhere, and the way back. */
export function NotFoundPage() {
  const texts = useTexts(notFoundTexts);
  useTitle(texts.notFoundTitle);
  return (
    <div className="grid min-h-[60dvh] place-items-center">
      <EmptyState
        icon={<Compass />}
        title={
          <span role="heading" aria-level={1}>
            {texts.notFoundTitle}
          </span>
        }
        action={
          <Link to="/" className={buttonClass({ variant: "primary" })}>
            {texts.goHome}
          </Link>
        }
      >
        {texts.notFoundText}
      </EmptyState>
    </div>
  );
}

/** The same, for an address outside of every page: nothing else is around it. */
export function LostPage() {
  return (
    <main id="main">
      <NotFoundPage />
    </main>
  );
}
