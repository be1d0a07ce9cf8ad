import { createFileRoute } from "@tanstack/react-router";
import { idOf } from "../../../features/manage/form/edit-search.ts";
import { PrintingPage } from "../../../features/print/manage/printing/printing-page.tsx";
import { exceptionsQuery, unknownUsersQuery } from "../../../features/print/manage/printing/use-print-queue.ts";
import { trpc } from "../../../lib/trpc.ts";

interface PrintingSearch {
  /** Whose prints are shown below the list. */
  person?: string | undefined;
}

export const Route = createFileRoute("/_app/manage/printing")({
  validateSearch: (search: Record<string, unknown>): PrintingSearch => ({ person: idOf(search["person"]) }),
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(unknownUsersQuery()),
      queryClient.ensureQueryData(exceptionsQuery()),
      queryClient.ensureQueryData(trpc.printing.knownUsers.queryOptions()),
    ]),
  component: Printing,
});

function Printing() {
  const { person } = Route.useSearch();
  const navigate = Route.useNavigate();
  const onPerson = (id: string | null) => void navigate({ search: id ? { person: id } : {}, resetScroll: false });
  return <PrintingPage personId={person ?? null} onPerson={onPerson} />;
}
