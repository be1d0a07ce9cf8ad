import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Contract } from "@working-social/billing/schema";
import { toLocal } from "@working-social/kernel";
import { Button, buttonClass, EmptyState, Table, type TableColumn } from "@working-social/ui";
import { FileSignature } from "lucide-react";
import { useLocations } from "../../../../lib/location.ts";
import { useNow } from "../../../../lib/now.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { useEditing } from "../../../manage/form/use-editing.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { LoadMore } from "../../../manage/list/load-more.tsx";
import { TypedSearch } from "../../../manage/list/typed-search.tsx";
import { shortDayText } from "../figures.ts";
import { planLineOf, termOn } from "./contract-state.ts";
import { contractPages } from "./contracts-pages.ts";
import { contractsTexts } from "./contracts-texts.ts";
import { SignDrawer } from "./sign-drawer.tsx";
import { StateBadge } from "./state-badge.tsx";
import { termPrice } from "./term-words.ts";

type ContractsPageProps = { search: string; onSearch: (search: string) => void };

/** Everybody's contract: those without a price first, with what is to be done about it. */
export function ContractsPage({ search, onSearch }: ContractsPageProps) {
  const texts = useTexts(contractsTexts);
  const { editing, openNew, close } = useEditing();
  const query = useSuspenseInfiniteQuery(contractPages(search));
  const contracts = query.data.pages.flatMap((page) => page.contracts);
  const columns = useColumns();
  const isEmpty = contracts.length === 0 && search === "";
  const sign = (
    <Button variant="primary" onPress={openNew}>
      {texts.sign}
    </Button>
  );
  return (
    <ManagePage section="contracts" subtitle={texts.subtitle} actions={!isEmpty && sign}>
      {!isEmpty && <TypedSearch label={texts.search} search={search} onSearch={onSearch} className="w-full sm:w-80" />}
      {isEmpty ? (
        <EmptyState icon={<FileSignature />} title={texts.emptyTitle} action={sign}>
          {texts.emptyText}
        </EmptyState>
      ) : (
        <Table
          label={texts.subtitle}
          columns={columns}
          rows={contracts}
          rowKey={({ id }) => id}
          empty={<p className="px-5 py-4 text-second">{texts.noneFound}</p>}
        />
      )}
      <LoadMore query={query} />
      {editing === "new" && <SignDrawer onClose={close} />}
    </ManagePage>
  );
}

function useColumns(): TableColumn<Contract>[] {
  const texts = useTexts(contractsTexts);
  const now = useNow();
  const { locations } = useLocations();
  const term = (contract: Contract) => termOn(planLineOf(contract), toLocal(now, contract.timeZone).date);
  const columns: (TableColumn<Contract> & { isHidden?: boolean })[] = [
    { id: "holder", header: texts.holder, isRowHeader: true, cell: (contract) => <Holder contract={contract} /> },
    { id: "plan", header: texts.plan, isSecondary: true, cell: (contract) => term(contract)?.planName ?? texts.noPlan },
    {
      id: "price",
      header: texts.price,
      align: "figures",
      cell: (contract) =>
        contract.billFrom === null ? (
          <SetPrice contract={contract} />
        ) : (
          (termPrice(term(contract), contract, texts) ?? texts.none)
        ),
    },
    {
      id: "since",
      header: texts.since,
      isSecondary: true,
      cell: ({ startsOn }) => <span className="figures whitespace-nowrap text-second">{shortDayText(startsOn)}</span>,
    },
    {
      id: "place",
      header: texts.place,
      isSecondary: true,
      isHidden: locations.length < 2,
      cell: ({ locationId }) => locations.find(({ id }) => id === locationId)?.name,
    },
    {
      id: "state",
      header: texts.state,
      isSecondary: true,
      cell: (contract) => <StateBadge contract={contract} />,
    },
  ];
  return columns.filter(({ isHidden }) => isHidden !== true);
}

/** Whose it is; on a phone also where it stands. */
function Holder({ contract }: { contract: Contract }) {
  return (
    <span className="flex flex-col items-start gap-0.5">
      <Link
        to="/manage/contracts/$contractId"
        params={{ contractId: contract.id }}
        className="inline-flex items-center font-medium wrap-anywhere underline-offset-3 hover:underline touch:min-h-11"
      >
        {contract.holderName}
      </Link>
      <span className="sm:hidden">
        <StateBadge contract={contract} />
      </span>
    </span>
  );
}

function SetPrice({ contract: { id, holderName } }: { contract: Contract }) {
  const texts = useTexts(contractsTexts);
  return (
    <Link
      to="/manage/contracts/$contractId"
      params={{ contractId: id }}
      search={{ edit: "billing" }}
      aria-label={texts.setPriceOf(holderName)}
      className={buttonClass({ size: "small" })}
    >
      {texts.setPrice}
    </Link>
  );
}
