import { useInfiniteQuery } from "@tanstack/react-query";
import type { ChargeView } from "@working-social/charges/schema";
import { Checkbox, ErrorState, Section, Skeleton, Table, type TableColumn } from "@working-social/ui";
import { useState } from "react";
import { formatPrice, formatIn } from "../../../lib/format.ts";
import { useNow } from "../../../lib/now.ts";
import { refusalOf, refusalSentence } from "../../../lib/refusals.ts";
import { trpc, trpcClient } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { LoadMore } from "../../manage/list/load-more.tsx";
import { pagesOf } from "../../manage/list/pages.ts";
import { CauseWords } from "./cause-words.tsx";
import { dayText } from "./last-day.ts";

/** What a person owes, for what, and how much of it credits have paid. */
export function ChargesSection({ personId, zone }: { personId: string; zone: string }) {
  const { charges: texts } = useTexts(manageCreditsTexts);
  const [isAll, setIsAll] = useState(false);
  const status = isAll ? "all" : "open";
  const columns = useColumns(zone);
  const query = useInfiniteQuery(
    pagesOf([...trpc.credits.charges.pathKey(), { personId, status }], (cursor) =>
      trpcClient.credits.charges.query({ personId, status, cursor }),
    ),
  );
  return (
    <Section title={texts.title}>
      <p className="-mt-2 text-sm text-second">{texts.hint}</p>
      <Checkbox label={texts.showAll} isSelected={isAll} onChange={setIsAll} />
      {query.error ? (
        <ErrorState title={refusalSentence(refusalOf(query.error))} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton className="h-20" />
      ) : (
        <Charges
          charges={query.data.pages.flatMap((page) => page.charges)}
          columns={columns}
          none={isAll ? texts.noneAtAll : texts.none}
        />
      )}
      <LoadMore query={query} />
    </Section>
  );
}

type ChargesProps = { charges: ChargeView[]; columns: TableColumn<ChargeView>[]; none: string };

function Charges({ charges, columns, none }: ChargesProps) {
  const { charges: texts } = useTexts(manageCreditsTexts);
  if (charges.length === 0) return <p className="text-second">{none}</p>;
  return <Table label={texts.title} columns={columns} rows={charges} rowKey={({ id }) => id} />;
}

function useColumns(zone: string): TableColumn<ChargeView>[] {
  const { charges: texts } = useTexts(manageCreditsTexts);
  const format = formatIn(zone);
  const now = useNow();
  return [
    { id: "what", header: texts.what, isRowHeader: true, cell: (charge) => <What charge={charge} /> },
    {
      id: "when",
      header: texts.when,
      isSecondary: true,
      cell: ({ createdAt }) => (
        <span className="figures whitespace-nowrap text-second">{dayText(Date.parse(createdAt), format, now)}</span>
      ),
    },
    {
      id: "amount",
      header: texts.amount,
      align: "figures",
      isSecondary: true,
      cell: ({ amountMinor, currency }) => formatPrice(amountMinor, currency),
    },
    {
      id: "open",
      header: texts.open,
      align: "figures",
      cell: ({ openMinor, currency }) => (
        <span className={openMinor > 0 ? "font-semibold" : "text-second"}>{formatPrice(openMinor, currency)}</span>
      ),
    },
  ];
}

function What({ charge }: { charge: ChargeView }) {
  const { charges: texts } = useTexts(manageCreditsTexts);
  const { cause, paidMinor, currency, lines } = charge;
  const notes = [
    ...lines.flatMap(({ item }) => texts.line(item) ?? []),
    ...(paidMinor > 0 ? [texts.paid(formatPrice(paidMinor, currency))] : []),
  ];
  return (
    <span className="flex min-w-28 flex-col wrap-anywhere">
      <span>
        <CauseWords cause={cause} />
      </span>
      {notes.length > 0 && <span className="text-sm font-normal text-second">{notes.join(" · ")}</span>}
    </span>
  );
}
