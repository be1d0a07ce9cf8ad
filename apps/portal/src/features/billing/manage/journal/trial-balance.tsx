import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { BalanceRow, TrialBalance as Balance } from "@working-social/billing/schema";
import { Badge, classNames, ErrorState, Section, Skeleton } from "@working-social/ui";
import { refusalOf, refusalSentence } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { lineTexts } from "../../shared/line-texts.ts";
import { amountText } from "../figures.ts";
import { accountWords } from "./account-words.ts";
import type { JournalView } from "./journal-page.tsx";
import { journalTexts } from "./journal-texts.ts";

/** Debit, credit and balance of each account at the end of a day; the last row says that they agree. */
export function TrialBalance({ view }: { view: JournalView }) {
  const texts = useTexts(journalTexts);
  const { data, error, refetch } = useQuery(
    trpc.billing.trialBalance.queryOptions(view, { placeholderData: keepPreviousData }),
  );
  return (
    <Section title={texts.balance}>
      {error ? (
        <ErrorState title={refusalSentence(refusalOf(error))} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-40" />
      ) : data.rows.length === 0 ? (
        <p className="text-second">{texts.none}</p>
      ) : (
        data.sums.map((sum) => (
          <CurrencyBalance
            key={sum.currency}
            sum={sum}
            rows={data.rows.filter(({ currency }) => currency === sum.currency)}
          />
        ))
      )}
    </Section>
  );
}

const figure = "figures px-3 py-2 text-end whitespace-nowrap";
const first = "px-4 text-start sm:px-5";

function CurrencyBalance({ sum, rows }: { sum: Balance["sums"][number]; rows: BalanceRow[] }) {
  const texts = useTexts(journalTexts);
  const { currency, debitMinor, creditMinor } = sum;
  const difference = debitMinor - creditMinor;
  const head = "py-2 text-sm font-medium text-second";
  return (
    <div
      role="group"
      aria-label={texts.sum(currency)}
      // What scrolls must be reachable by keyboard (WCAG 2.1.1).
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="relative overflow-x-auto rounded-lg border bg-surface"
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{`${texts.balance}, ${currency}`}</caption>
        <thead>
          <tr className="border-b">
            <th scope="col" className={classNames(first, head)}>
              {texts.account}
            </th>
            <th scope="col" className={classNames(figure, head, "max-sm:hidden")}>
              {texts.debit}
            </th>
            <th scope="col" className={classNames(figure, head, "max-sm:hidden")}>
              {texts.credit}
            </th>
            <th scope="col" className={classNames(figure, head, "pe-4 sm:pe-5")}>
              {texts.difference}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <Row
              key={[row.account, row.productKind, row.locationId, row.taxCategory, row.taxBasisPoints].join()}
              row={row}
            />
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t-2 font-semibold">
            <th scope="row" className={classNames(first, "py-2.5")}>
              <span className="flex flex-wrap items-center gap-2">
                {texts.sum(currency)}
                <Badge tone={difference === 0 ? "accent" : "red"}>
                  {difference === 0 ? texts.isZero : texts.isNotZero}
                </Badge>
              </span>
            </th>
            <td className={classNames(figure, "max-sm:hidden")}>{amountText(debitMinor, currency)}</td>
            <td className={classNames(figure, "max-sm:hidden")}>{amountText(creditMinor, currency)}</td>
            <td className={classNames(figure, "pe-4 sm:pe-5")}>{amountText(difference, currency)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Row({ row }: { row: BalanceRow }) {
  const texts = useTexts(journalTexts);
  const products = useTexts(lineTexts);
  const { currency, debitMinor, creditMinor, balanceMinor, locationName } = row;
  const orBlank = (minor: number) => (minor === 0 ? "–" : amountText(minor, currency));
  return (
    <tr className="hover:bg-paper">
      <th scope="row" className={classNames(first, "py-2 font-medium")}>
        {accountWords(row, texts, products)}
        {locationName !== null && <span className="block text-sm font-normal text-second">{locationName}</span>}
      </th>
      <td className={classNames(figure, "max-sm:hidden")}>{orBlank(debitMinor)}</td>
      <td className={classNames(figure, "max-sm:hidden")}>{orBlank(creditMinor)}</td>
      <td className={classNames(figure, "pe-4 sm:pe-5")}>{amountText(balanceMinor, currency)}</td>
    </tr>
  );
}
