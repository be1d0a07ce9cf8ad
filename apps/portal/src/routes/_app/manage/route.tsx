import { createFileRoute, Outlet, redirect } from "@tanstack/react-router";
import { ManageError } from "../../../features/manage/frame/manage-error.tsx";
import { ManageFrame } from "../../../features/manage/frame/manage-frame.tsx";
import { NotForYouError } from "../../../features/manage/frame/not-for-you-error.ts";
import { sectionAt, sectionsFor } from "../../../features/manage/frame/sections.ts";
import { trpc } from "../../../lib/trpc.ts";

/** The manage pages. Who may not open one is told so before anything is loaded. */
export const Route = createFileRoute("/_app/manage")({
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const { permissions } = await queryClient.ensureQueryData(trpc.session.me.queryOptions());
    const allowed = sectionsFor(permissions);
    const asked = sectionAt(location.pathname);
    if (!asked || allowed.includes(asked)) return;
    const [first] = allowed;
    if (asked.id === "today" && first) throw redirect({ to: first.href });
    throw new NotForYouError();
  },
  errorComponent: ManageError,
  component: Manage,
});

function Manage() {
  return (
    <ManageFrame>
      <Outlet />
    </ManageFrame>
  );
}
