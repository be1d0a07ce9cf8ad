import type { RunTotal } from "@working-social/billing/schema";
import { classNames } from "@working-social/ui";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { amountText, changeText } from "../figures.ts";
import { useReason } from "./reason.ts";
import { differenceOf, type RunGroup, type RunRow } from "./run-groups.ts";
import { runTexts } from "./run-texts.ts";

/** Of the first run there is nothing to compare with. */
type Compared = { isFirst: boolean };
type RunTableProps = Compared & { groups: RunGroup[]; currency: string };

const figure = "figures px-3 py-2 text-end align-top whitespace-nowrap w-24 sm:w-30";
const last = "pe-4 sm:pe-5";

/** Accounts by why they differ, each with its reason in words; the table of a page whose figures add up to its head. */
export function RunTable({ groups, currency, isFirst }: RunTableProps) {
  const texts = useTexts(runTexts);
  const head = "py-2 text-sm font-medium text-second";
  return (
    <table className="w-full border-collapse rounded-t-lg border bg-surface text-base">
      <caption className="sr-only">{`${isFirst ? texts.whatFor : texts.why}, ${currency}`}</caption>
      <thead>
        <tr>
          <th scope="col" className={classNames(head, "px-4 text-start sm:px-5")}>
            {texts.account}
          </th>
          {!isFirst && (
            <th scope="col" className={classNames(figure, head, "max-sm:hidden")}>
              {texts.before}
            </th>
          )}
          <th scope="col" className={classNames(figure, head, isFirst && last)}>
            {texts.now}
          </th>
          {!isFirst && (
            <th scope="col" className={classNames(figure, head, last)}>
              {texts.difference}
            </th>
          )}
        </tr>
      </thead>
      {groups.map((group) => (
        <Group key={group.id} group={group} currency={currency} isFirst={isFirst} />
      ))}
    </table>
  );
}

function Group({ group, currency, isFirst }: Compared & { group: RunGroup; currency: string }) {
  const texts = useTexts(runTexts);
  const { id, rows, byMinor } = group;
  return (
    <tbody className="divide-y divide-line">
      {!isFirst && (
        <tr className="border-t bg-sunk">
          <th scope="rowgroup" className="px-4 py-1.5 text-start text-sm font-normal text-second sm:px-5">
            <span className="font-semibold text-ink">{texts.groups[id]}</span> · {texts.accounts(rows.length)}
          </th>
          <td
            colSpan={3}
            className={classNames("figures px-3 py-1.5 text-end text-sm font-semibold whitespace-nowrap", last)}
          >
            {changeText(byMinor, currency)}
          </td>
        </tr>
      )}
      {rows.map((row) => (
        <Row key={row.key} row={row} isFirst={isFirst} />
      ))}
    </tbody>
  );
}

function Row({ row, isFirst }: Compared & { row: RunRow }) {
  const { name, accountId, currency, beforeMinor, nowMinor, outcome } = row;
  const reason = useReason(row);
  const orDash = (minor: number | null) => (minor === null ? "–" : amountText(minor, currency));
  return (
    <tr className="border-t hover:bg-paper">
      <th scope="row" className="px-4 py-2 text-start font-medium wrap-anywhere sm:px-5">
        {outcome === "none" ? name : <EditLink id={accountId}>{name}</EditLink>}
        {reason && <span className="figures block text-sm font-normal text-second">{reason}</span>}
      </th>
      {!isFirst && <td className={classNames(figure, "text-second max-sm:hidden")}>{orDash(beforeMinor)}</td>}
      <td className={classNames(figure, isFirst && last)}>{orDash(nowMinor)}</td>
      {!isFirst && <td className={classNames(figure, last)}>{changeText(differenceOf(row), currency)}</td>}
    </tr>
  );
}

/** Stays in sight at the foot of the list, in its columns. */
export function RunTotals({ total, isFirst }: Compared & { total: RunTotal }) {
  const texts = useTexts(runTexts);
  const { currency, count, amountMinor, beforeMinor } = total;
  const sum = "figures w-24 px-3 text-end font-semibold whitespace-nowrap sm:w-30";
  return (
    <div className="sticky bottom-16 z-10 flex items-center rounded-b-lg border border-t-0 bg-surface py-3 shadow-float md:bottom-0">
      <span className="min-w-0 flex-1 px-4 font-semibold sm:px-5">{texts.invoices(count)}</span>
      {!isFirst && (
        <span className={classNames(sum, "font-normal text-second max-sm:hidden")}>
          {amountText(beforeMinor, currency)}
        </span>
      )}
      <span className={classNames(sum, isFirst && last)}>{amountText(amountMinor, currency)}</span>
      {!isFirst && <span className={classNames(sum, last)}>{changeText(amountMinor - beforeMinor, currency)}</span>}
    </div>
  );
}
