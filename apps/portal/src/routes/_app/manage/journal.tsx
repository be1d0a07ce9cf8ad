import { createFileRoute } from "@tanstack/react-router";
import { systemClock, toLocal } from "@working-social/kernel";
import { entryPages } from "../../../features/billing/manage/journal/entry-pages.ts";
import { JournalPage, type JournalView } from "../../../features/billing/manage/journal/journal-page.tsx";
import { readDay } from "../../../features/billing/manage/read-day.ts";
import { idOf } from "../../../features/manage/form/edit-search.ts";
import { loadLocation } from "../../../lib/location.ts";
import { trpc } from "../../../lib/trpc.ts";

interface JournalSearch {
  seller?: string | undefined;
  on?: string | undefined;
}

export const Route = createFileRoute("/_app/manage/journal")({
  validateSearch: (search: Record<string, unknown>): JournalSearch => ({
    seller: idOf(search["seller"]),
    on: readDay(search["on"]),
  }),
  loaderDeps: ({ search: { seller, on } }) => ({ seller, on }),
  loader: async ({ context: { queryClient }, deps: { seller, on } }): Promise<JournalView | null> => {
    const [sellers, location] = await Promise.all([
      queryClient.ensureQueryData(trpc.sellers.list.queryOptions()),
      loadLocation(),
    ]);
    const sellerId = (sellers.find(({ id }) => id === seller) ?? sellers[0])?.id;
    if (sellerId === undefined) return null;
    const view = { sellerId, on: on ?? toLocal(systemClock.now(), location?.timeZone ?? "UTC").date };
    await Promise.all([
      queryClient.ensureQueryData(trpc.billing.trialBalance.queryOptions(view)),
      queryClient.ensureInfiniteQueryData(entryPages(sellerId)),
    ]);
    return view;
  },
  component: Journal,
});

function Journal() {
  const navigate = Route.useNavigate();
  const show = ({ sellerId, on }: JournalView) =>
    void navigate({ search: { seller: sellerId, on }, replace: true, resetScroll: false });
  return <JournalPage view={Route.useLoaderData()} onView={show} />;
}
