import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { WalletView } from "@working-social/credits/schema";
import { Page, PageHeader, Select } from "@working-social/ui";
import { ArrowLeft } from "lucide-react";
import { useNow } from "../../lib/now.ts";
import { refusalOf } from "../../lib/refusals.ts";
import { useTitle } from "../../lib/title.ts";
import { withZone } from "../../lib/with-zone.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "./credits-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { unitBalances, unitId } from "./balances.ts";
import { explainInput, explainOptions } from "./explain-query.ts";
import type { ExplainSearch } from "./explain-search.ts";
import { ExplainedMonth } from "./explained-month.tsx";
import { ExplainFailure, ExplainedSkeleton } from "./explained-skeleton.tsx";
import { MonthPicker } from "./month-picker.tsx";
import { monthOf, type Month } from "./months.ts";
import { walletOptions } from "./wallet-query.ts";

/** Why a balance is what it is: month by month, each movement with its cause, and what ends next. */
export function ExplainPage({ search }: { search: ExplainSearch }) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const { data: wallet } = useSuspenseQuery(walletOptions());
  const { timeZone } = wallet;
  const now = useNow();
  const current = monthOf(now, timeZone);
  const month = search.month ?? current;
  const input = explainInput(search, month);
  const { data, error, isPlaceholderData, refetch } = useQuery(explainOptions(input));
  const title = texts.explainTitle(units.name(search.unit));
  // The month before may stay while the next one comes; another kind of credits would be a lie.
  const { held = 0 } = wallet.balances.find((balance) => unitId(balance) === unitId(input)) ?? {};
  const isOfUnit = data?.unit === input.unit && data.currency === input.currency;
  useTitle(title);
  return (
    <Page width="narrow">
      <div className="flex flex-col gap-1">
        <Link
          to="/credits"
          className="mb-1 inline-flex min-h-8 items-center gap-1.5 self-start text-sm font-medium text-second hover:text-ink touch:min-h-11"
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
          {texts.back}
        </Link>
        <PageHeader title={title} subtitle={withZone(texts.explainSubtitle, timeZone, now)} />
      </div>
      <Choices {...{ search, wallet, now, month, current }} />
      {isOfUnit ? (
        <ExplainedMonth
          {...{ month, now, input, timeZone }}
          explanation={data}
          isCurrent={month === current}
          setAside={held}
          isStale={isPlaceholderData}
        />
      ) : error ? (
        <ExplainFailure refusal={refusalOf(error)} onRetry={() => void refetch()} />
      ) : (
        <ExplainedSkeleton />
      )}
    </Page>
  );
}

interface ChoicesProps {
  search: ExplainSearch;
  wallet: WalletView;
  now: number;
  month: Month;
  current: Month;
}

/** Which month, and of several kinds of credits, which. */
function Choices({ search, wallet, now, month, current }: ChoicesProps) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const navigate = useNavigate({ from: "/credits/explain" });
  const { unit, currency = null } = search;
  const chosen = { id: unitId({ unit, currency }), unit, currency };
  const kinds = [...new Map([...unitBalances(wallet, now), chosen].map((kind) => [kind.id, kind])).values()];
  const show = (changes: Partial<ExplainSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false });

  function chooseKind(id: string) {
    const kind = kinds.find((one) => one.id === id);
    if (kind) show({ unit: kind.unit, currency: kind.currency ?? undefined });
  }
  return (
    <div className="flex flex-wrap items-end justify-between gap-3">
      <MonthPicker
        month={month}
        last={current}
        onChange={(next) => show({ month: next === current ? undefined : next })}
      />
      {kinds.length > 1 && (
        <div className="w-60 max-sm:w-full">
          <Select
            label={texts.unit}
            options={kinds.map((kind) => ({ id: kind.id, label: kindName(kind, units.name(kind.unit)) }))}
            value={chosen.id}
            onChange={chooseKind}
          />
        </div>
      )}
    </div>
  );
}

function kindName({ currency }: { currency: string | null }, name: string): string {
  return currency === null ? name : `${name} (${currency})`;
}
