import { createFileRoute, redirect, useNavigate } from "@tanstack/react-router";
import { SetupForm } from "../features/setup/setup-form.tsx";
import { FrontDoor } from "../features/sign-in/front-door.tsx";
import { queryClient } from "../lib/query.ts";
import { useTitle } from "../lib/title.ts";
import { trpc } from "../lib/trpc.ts";
import { useTexts } from "../lib/texts/catalog.ts";
import { setupTexts } from "../features/setup/setup-texts.ts";

/** The very first page of an empty installation; afterwards it leads to the sign-in. */
export const Route = createFileRoute("/setup")({
  beforeLoad: async () => {
    const { needsSetup, needsCode } = await queryClient.fetchQuery(trpc.session.needsSetup.queryOptions());
    if (!needsSetup) throw redirect({ to: "/sign-in" });
    return { needsCode };
  },
  component: SetupPage,
});

function SetupPage() {
  const texts = useTexts(setupTexts);
  const navigate = useNavigate();
  const { needsCode } = Route.useRouteContext();
  useTitle(texts.title);

  function enter() {
    queryClient.clear();
    void navigate({ to: "/", replace: true });
  }
  return (
    <FrontDoor title={texts.title} intro={texts.intro}>
      <SetupForm needsCode={needsCode} onDone={enter} />
    </FrontDoor>
  );
}
