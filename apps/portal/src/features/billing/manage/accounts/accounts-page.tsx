import { useQuery, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import type { AccountListItem } from "@working-social/billing/schema";
import { Badge, EmptyState, Table, type TableColumn } from "@working-social/ui";
import { Receipt } from "lucide-react";
import { useMe } from "../../../../lib/me.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { useEditing } from "../../../manage/form/use-editing.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { LoadMore } from "../../../manage/list/load-more.tsx";
import { TypedSearch } from "../../../manage/list/typed-search.tsx";
import { billingTexts } from "../billing-texts.ts";
import { AccountDrawer } from "./account-drawer.tsx";
import { accountPages } from "./account-pages.ts";

type AccountsPageProps = { search: string; onSearch: (search: string) => void };

/** Whom invoices are for. */
export function AccountsPage({ search, onSearch }: AccountsPageProps) {
  const { accounts: texts } = useTexts(billingTexts);
  const { manageBilling } = useMe().permissions;
  const query = useSuspenseInfiniteQuery(accountPages(search));
  const columns = useColumns(manageBilling);
  return (
    <ManagePage section="accounts" subtitle={texts.subtitle}>
      <TypedSearch label={texts.search} search={search} onSearch={onSearch} className="w-full sm:w-80" />
      <Table
        label={texts.subtitle}
        columns={columns}
        rows={query.data.pages.flatMap((page) => page.accounts)}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={<Receipt />} title={texts.nobody} />}
      />
      <LoadMore query={query} />
      {manageBilling && <Edited />}
    </ManagePage>
  );
}

/** The account that the address names, wherever in the list it stands. */
function Edited() {
  const { editing, close } = useEditing();
  const { data } = useQuery({
    ...trpc.accounts.get.queryOptions({ account: editing ?? "me" }),
    enabled: editing !== null,
  });
  return editing !== null && data?.id === editing && <AccountDrawer key={editing} account={data} onClose={close} />;
}

function useColumns(isLinked: boolean): TableColumn<AccountListItem>[] {
  const texts = useTexts(billingTexts);
  return [
    {
      id: "owner",
      header: texts.accounts.owner,
      isRowHeader: true,
      cell: ({ id, owner }) => (isLinked ? <EditLink id={id}>{owner.name}</EditLink> : owner.name),
    },
    {
      id: "kind",
      header: texts.status,
      isHeaderHidden: true,
      cell: ({ owner }) => owner.kind === "team" && <Badge tone="neutral">{texts.accounts.team}</Badge>,
    },
    { id: "legalName", header: texts.accounts.legalName, isSecondary: true, cell: ({ legalName }) => legalName ?? "–" },
    { id: "country", header: texts.country, isSecondary: true, cell: ({ country }) => country ?? "–" },
    { id: "vatId", header: texts.vatId, isSecondary: true, cell: ({ vatId }) => vatId ?? "–" },
  ];
}
