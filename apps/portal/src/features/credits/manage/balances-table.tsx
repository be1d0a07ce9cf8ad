import type { CreditBalanceView } from "@working-social/credits/schema";
import { EmptyState, Section, Table, type TableColumn } from "@working-social/ui";
import { Wallet } from "lucide-react";
import { formatIn } from "../../../lib/format.ts";
import { useNow } from "../../../lib/now.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../lib/texts/credit-units.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { kindId } from "./credit-kind.ts";
import type { OwnerCredits } from "./credit-owner.ts";
import { useKindName } from "./kind-select.tsx";
import { lastDayText } from "./last-day.ts";

/** What is left of each kind, and what of it is promised or lapses soon. */
export function BalancesTable({ credits }: { credits: OwnerCredits }) {
  const { balances: texts } = useTexts(manageCreditsTexts);
  const columns = useColumns(credits);
  return (
    <Section title={texts.title}>
      {credits.balances.length === 0 ? (
        <EmptyState icon={<Wallet />} title={texts.emptyTitle}>
          {credits.isTeam ? texts.emptyTeam : texts.emptyPerson}
        </EmptyState>
      ) : (
        <Table label={texts.title} columns={columns} rows={credits.balances} rowKey={kindId} />
      )}
    </Section>
  );
}

function useColumns({ isTeam, team, timeZone, balances }: OwnerCredits): TableColumn<CreditBalanceView>[] {
  const { balances: texts } = useTexts(manageCreditsTexts);
  const units = useTexts(creditUnitTexts);
  const nameOf = useKindName();
  const format = formatIn(timeZone);
  const now = useNow();
  // The row names the kind: "20 pages" is enough.
  const amount = ({ unit, currency }: CreditBalanceView, n: number) =>
    n < 0 ? `−${units.whole(unit, currency, -n)}` : units.whole(unit, currency, n);
  const some = (balance: CreditBalanceView, n: number) => (n === 0 ? "–" : amount(balance, n));
  const columns: TableColumn<CreditBalanceView>[] = [
    { id: "kind", header: texts.kind, isRowHeader: true, cell: nameOf },
    {
      id: "left",
      header: texts.left,
      align: "figures",
      cell: (balance) => (
        <span
          className={
            balance.balance < 0 ? "font-semibold whitespace-nowrap text-red" : "font-semibold whitespace-nowrap"
          }
        >
          {amount(balance, balance.balance)}
        </span>
      ),
    },
  ];
  if (!isTeam && team !== null)
    columns.push({
      id: "team",
      header: texts.team,
      align: "figures",
      isSecondary: true,
      cell: (balance) => some(balance, balance.team),
    });
  if (balances.some(({ held }) => held > 0))
    columns.push({
      id: "held",
      header: texts.held,
      align: "figures",
      isSecondary: true,
      cell: (balance) => some(balance, balance.held),
    });
  if (balances.some(({ scheduled }) => scheduled > 0))
    columns.push({
      id: "promised",
      header: texts.promised,
      align: "figures",
      isSecondary: true,
      cell: (balance) => some(balance, balance.scheduled),
    });
  columns.push({
    id: "lapses",
    header: texts.lapses,
    cell: (balance) => (
      <span className="text-second">
        {balance.nextExpiry
          ? texts.lapsesAt(
              amount(balance, balance.nextExpiry.quantity),
              lastDayText(balance.nextExpiry.at, format, now),
            )
          : texts.never}
      </span>
    ),
  });
  return columns;
}
