import { createFileRoute } from "@tanstack/react-router";
import { idOf } from "../../../features/manage/form/edit-search.ts";
import { AuditPage } from "../../../features/audit/manage/audit-page.tsx";
import { auditPages } from "../../../features/audit/manage/audit-pages.ts";

interface AuditSearch {
  /** Only the history of this one. */
  subject?: string | undefined;
}

export const Route = createFileRoute("/_app/manage/audit")({
  validateSearch: (search: Record<string, unknown>): AuditSearch => ({ subject: idOf(search["subject"]) }),
  loaderDeps: ({ search: { subject } }) => ({ subject }),
  loader: ({ context: { queryClient }, deps: { subject } }) =>
    queryClient.ensureInfiniteQueryData(auditPages(subject ?? null)),
  component: Audit,
});

function Audit() {
  const { subject } = Route.useSearch();
  return <AuditPage subjectId={subject ?? null} />;
}
