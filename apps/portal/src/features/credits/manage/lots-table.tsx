import { Link } from "@tanstack/react-router";
import type { LotView } from "@working-social/credits/schema";
import { Button, Section, Table, type TableColumn } from "@working-social/ui";
import { useState } from "react";
import { formatIn } from "../../../lib/format.ts";
import { useMe } from "../../../lib/me.ts";
import { useNow } from "../../../lib/now.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../lib/texts/credit-units.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import type { OwnerCredits } from "./credit-owner.ts";
import { labelText } from "./label-text.ts";
import { dayText, lastDayText } from "./last-day.ts";
import { TakeBackDialog } from "./take-back-dialog.tsx";
import { useScopeText } from "./use-scope-text.ts";

/** Each lot that something is left of, in the order of use; managers take back from one. */
export function LotsTable({ credits }: { credits: OwnerCredits }) {
  const { lots: texts } = useTexts(manageCreditsTexts);
  const mayTake = useMe().permissions.managePeople;
  const [taken, setTaken] = useState<LotView | null>(null);
  const lots = credits.lots.filter(({ source, left, held }) => source !== "overdraft" && left + held > 0);
  const columns = useColumns(credits, mayTake ? setTaken : null);
  if (lots.length === 0) return null;
  return (
    <Section title={texts.title}>
      <p className="-mt-2 text-sm text-second">{texts.hint}</p>
      <Table label={texts.title} columns={columns} rows={lots} rowKey={({ id }) => id} />
      {taken && <TakeBackDialog credits={credits} lot={taken} onClose={() => setTaken(null)} />}
    </Section>
  );
}

function useColumns(credits: OwnerCredits, onTake: ((lot: LotView) => void) | null): TableColumn<LotView>[] {
  const { lots: texts } = useTexts(manageCreditsTexts);
  const units = useTexts(creditUnitTexts);
  const scopeText = useScopeText();
  const columns: TableColumn<LotView>[] = [
    { id: "from", header: texts.from, isRowHeader: true, cell: (lot) => <From lot={lot} credits={credits} /> },
    {
      id: "left",
      header: texts.left,
      align: "figures",
      cell: ({ unit, currency, left, held }) => (
        <span className="flex flex-col">
          <span className="sm:whitespace-nowrap">{units.quantity(unit, currency, left)}</span>
          {held > 0 && <span className="text-sm text-second">{texts.held(units.quantity(unit, currency, held))}</span>}
        </span>
      ),
    },
    { id: "scope", header: texts.goodFor, isSecondary: true, cell: ({ scope }) => scopeText(scope) },
    { id: "until", header: texts.until, isSecondary: true, cell: (lot) => <Until lot={lot} zone={credits.timeZone} /> },
  ];
  if (!onTake) return columns;
  return [
    ...columns,
    {
      id: "actions",
      header: texts.actions,
      isHeaderHidden: true,
      align: "figures",
      cell: (lot) =>
        (lot.owner === "team") === credits.isTeam &&
        lot.left > 0 && (
          <Button size="small" aria-label={texts.takeBackOf(labelText(lot.label))} onPress={() => onTake(lot)}>
            {texts.takeBack}
          </Button>
        ),
    },
  ];
}

function From({ lot, credits }: { lot: LotView; credits: OwnerCredits }) {
  const { lots: texts, page } = useTexts(manageCreditsTexts);
  const { team, isTeam } = credits;
  return (
    <span className="flex min-w-24 flex-col wrap-anywhere">
      {labelText(lot.label)}
      <span className="text-sm font-normal text-second">
        {texts.sources[lot.source]}
        {lot.owner === "team" && !isTeam && team && (
          <>
            {", "}
            <Link to="/manage/credits" search={{ team: team.id }} className="underline underline-offset-3">
              {page.ofTeam}
            </Link>
          </>
        )}
        <span className="sm:hidden">
          {" · "}
          <Until lot={lot} zone={credits.timeZone} />
        </span>
      </span>
    </span>
  );
}

function Until({ lot, zone }: { lot: LotView; zone: string }) {
  const { lots: texts } = useTexts(manageCreditsTexts);
  const format = formatIn(zone);
  const now = useNow();
  const startsAt = lot.startsAt === null ? null : Date.parse(lot.startsAt);
  const from = startsAt === null || startsAt <= now ? null : dayText(startsAt, format, now);
  const until = lot.expiresAt === null ? null : lastDayText(lot.expiresAt, format, now);
  return <span className="figures">{texts.lasts(from, until)}</span>;
}
