import { createFileRoute, Outlet, redirect } from "@tanstack/react-router";
import { ManageFrame } from "../../../features/manage/frame/manage-frame.tsx";
import { usePrintQueueCount } from "../../../features/print/manage/printing/use-print-queue.ts";
import { trpc } from "../../../lib/trpc.ts";

/** The manage pages. Who may not open one is told so before anything is loaded that would be refused. */
export const Route = createFileRoute("/_app/manage")({
  beforeLoad: async ({ context: { queryClient }, location }) => {
    // Only who opens one of these pages loads what they are: the first page is for everybody.
    const { sectionAt, sectionsFor } = await import("../../../features/manage/frame/sections.ts");
    const { permissions } = await queryClient.ensureQueryData(trpc.session.me.queryOptions());
    const allowed = sectionsFor(permissions);
    const asked = sectionAt(location.pathname);
    if (!asked || allowed.includes(asked)) return;
    // "Manage" leads everybody to the first page that is theirs.
    const [first] = allowed;
    throw redirect({ to: asked.id === "today" && first ? first.href : "/manage/not-for-you", replace: true });
  },
  component: Manage,
});

function Manage() {
  return (
    <ManageFrame waiting={{ printing: usePrintQueueCount() }}>
      <Outlet />
    </ManageFrame>
  );
}
