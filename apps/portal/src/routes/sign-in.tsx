import { createFileRoute, redirect, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { FrontDoor } from "../features/sign-in/front-door.tsx";
import { ownPath } from "../features/sign-in/own-path.ts";
import { SignInSteps } from "../features/sign-in/sign-in-steps.tsx";
import { forget } from "../features/offline/kept.ts";
import { queryClient } from "../lib/query.ts";
import { setSessionExpired } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { trpc } from "../lib/trpc.ts";
import { useTexts } from "../lib/texts/catalog.ts";
import { signInTexts } from "../features/sign-in/sign-in-texts.ts";

export interface SignInSearch {
  /** Where to go afterwards: a path of this portal. */
  next?: string | undefined;
}

export const Route = createFileRoute("/sign-in")({
  // The key stays when it says nothing: the router lays this over the raw link, which would come through.
  validateSearch: ({ next }: Record<string, unknown>): SignInSearch => ({ next: ownPath(next) }),
  beforeLoad: async () => {
    const setup = await queryClient.fetchQuery(trpc.session.needsSetup.queryOptions()).catch(() => null);
    if (setup?.needsSetup) throw redirect({ to: "/setup" });
  },
  component: SignInPage,
});

function SignInPage() {
  const texts = useTexts(signInTexts);
  const { next } = Route.useSearch();
  const navigate = useNavigate();
  useTitle(texts.title);
  // Whoever comes in here may be somebody else.
  useEffect(forget, []);

  function enter() {
    queryClient.clear();
    setSessionExpired(false);
    void navigate({ href: ownPath(next) ?? "/", replace: true });
  }
  return (
    <FrontDoor title={texts.welcome} intro={texts.intro}>
      <SignInSteps onSignedIn={enter} />
    </FrontDoor>
  );
}
