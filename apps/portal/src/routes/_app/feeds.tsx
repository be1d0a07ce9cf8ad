import { createFileRoute, redirect } from "@tanstack/react-router";

/** Where calendar feeds stood before they went into the account: links to it go on working. */
export const Route = createFileRoute("/_app/feeds")({
  beforeLoad: () => {
    throw redirect({ to: "/account/feeds", replace: true });
  },
});
