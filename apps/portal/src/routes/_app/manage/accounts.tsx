import { createFileRoute } from "@tanstack/react-router";
import { useCallback } from "react";
import { readEditSearch, textOf, type EditSearch } from "../../../features/manage/form/edit-search.ts";
import { AccountsPage } from "../../../features/billing/manage/accounts/accounts-page.tsx";
import { accountPages } from "../../../features/billing/manage/accounts/account-pages.ts";

interface AccountsSearch extends EditSearch {
  q?: string | undefined;
}

export const Route = createFileRoute("/_app/manage/accounts")({
  validateSearch: (search: Record<string, unknown>): AccountsSearch => ({
    ...readEditSearch(search),
    q: textOf(search["q"])?.slice(0, 120),
  }),
  loaderDeps: ({ search: { q } }) => ({ q }),
  loader: ({ context: { queryClient }, deps: { q } }) => queryClient.ensureInfiniteQueryData(accountPages(q ?? "")),
  component: Accounts,
});

function Accounts() {
  const { q } = Route.useSearch();
  const navigate = Route.useNavigate();
  const onSearch = useCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _q, ...rest }) => (text ? { ...rest, q: text } : rest),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return <AccountsPage search={q ?? ""} onSearch={onSearch} />;
}
