import { useSuspenseQuery } from "@tanstack/react-query";
import type { MyContract } from "@working-social/billing/schema";
import { toLocal } from "@working-social/kernel";
import { Drawer, Page, PageHeader, Skeleton, useMediaQuery } from "@working-social/ui";
import { type ReactNode, Suspense, useState } from "react";
import { useLocations } from "../../../lib/location.ts";
import { useNow } from "../../../lib/now.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { useTitle } from "../../../lib/title.ts";
import { trpc } from "../../../lib/trpc.ts";
import { AroundAccount } from "../../account/around-account.tsx";
import { billingRefusals } from "../billing-refusals.ts";
import { ChangePanel, offerWords } from "./change-panel.tsx";
import { ContractCard } from "./contract-card.tsx";
import { LastInvoices } from "./last-invoices.tsx";
import { NextInvoice } from "./next-invoice.tsx";
import { NoPlan } from "./no-plan.tsx";
import { type Offer, offersOf } from "./offers.ts";
import type { PlanSearch } from "./plan-search.ts";
import { planTexts } from "./plan-texts.ts";
import { useTakeBack } from "./use-change-contract.ts";

interface PlanPageProps {
  search: PlanSearch;
  onSearch: (search: PlanSearch) => void;
}

/** What I have, what comes next and what it costs; beside it, what it can become. */
export function PlanPage({ search, onSearch }: PlanPageProps) {
  const texts = useTexts(planTexts);
  const isWide = useMediaQuery("(width >= 80rem)");
  const { data: contracts } = useSuspenseQuery(trpc.contracts.mine.queryOptions());
  const { locations } = useLocations();
  const shown = useInOrder(contracts);
  const panel = usePanel(shown, search, isWide);
  const takingBack = useTakeBack();
  useTexts(billingRefusals);
  useTitle(texts.title);
  const close = () => onSearch({});
  const content = panel && (
    <Suspense fallback={<Skeleton className="h-80 rounded-lg" />}>
      <ChangePanel
        {...panel}
        {...{ takingBack }}
        isHeadingHidden={!isWide}
        onOffer={(change) => onSearch({ change, contract: panel.mine.contract.id })}
        onDone={close}
      />
    </Suspense>
  );
  return (
    <Page aside={isWide ? content : undefined} asideLabel={texts.panel}>
      <PageHeader title={texts.title} subtitle={texts.subtitle} />
      <AroundAccount />
      {shown.length === 0 && <NoPlan />}
      {shown.map(({ mine, today, isFirstOfAccount }) => {
        const place = locations.find(({ id }) => id === mine.contract.locationId);
        return (
          <div key={mine.contract.id} className="flex flex-col gap-6">
            <ContractCard
              {...{ mine, today, takingBack }}
              placeName={place?.name ?? null}
              onOffer={(change) => onSearch({ change, contract: mine.contract.id })}
            />
            {isFirstOfAccount && <NextInvoice {...{ mine, today }} taxName={place?.taxName ?? null} />}
          </div>
        );
      })}
      {shown.length > 0 && <LastInvoices />}
      {!isWide && <PanelSheet isOpen={panel !== null} offer={panel?.offer ?? null} onClose={close} content={content} />}
    </Page>
  );
}

interface ShownContract {
  mine: MyContract;
  today: string;
  /** The next invoice is an account's, however many contracts are on it. */
  isFirstOfAccount: boolean;
}

/** Those that run before those that come, and what is over last, each as of the day at its place. */
function useInOrder(contracts: readonly MyContract[]): ShownContract[] {
  const now = useNow();
  const standing = ({ isRunning, contract }: MyContract, today: string) =>
    isRunning ? 0 : contract.startsOn > today ? 1 : 2;
  const accounts = new Set<string>();
  return contracts
    .map((mine) => ({ mine, today: toLocal(now, mine.contract.timeZone).date }))
    .toSorted((one, other) => standing(one.mine, one.today) - standing(other.mine, other.today))
    .map(({ mine, today }) => {
      const key = `${mine.contract.billingAccountId} ${mine.renewsOn}`;
      const isFirstOfAccount = !accounts.has(key) && standing(mine, today) < 2;
      if (isFirstOfAccount) accounts.add(key);
      return { mine, today, isFirstOfAccount };
    });
}

/** What the panel is about: as the link says; where there is room for it, else the first that can be done. */
function usePanel(shown: readonly ShownContract[], { change, contract }: PlanSearch, isWide: boolean) {
  const { locations } = useLocations();
  const can = shown.map((one) => ({ ...one, offers: offersOf(one.mine.contract, one.today) }));
  const about = can.find(({ mine }) => mine.contract.id === contract) ?? can.find(({ offers }) => offers.length > 0);
  const [first] = about?.offers ?? [];
  const offer: Offer | undefined = about?.offers.find((one) => one === change) ?? (isWide ? first : undefined);
  if (!about || !offer) return null;
  const { mine, today, offers } = about;
  const taxName = locations.find(({ id }) => id === mine.contract.locationId)?.taxName ?? null;
  return { mine, today, offers, offer, taxName };
}

interface PanelSheetProps {
  isOpen: boolean;
  offer: Offer | null;
  onClose: () => void;
  content: ReactNode;
}

/** The panel where there is no room beside the page; while it slides out it still shows what it showed. */
function PanelSheet({ isOpen, offer, onClose, content }: PanelSheetProps) {
  const texts = useTexts(planTexts);
  const [shown, setShown] = useState(offer);
  if (offer !== null && offer !== shown) setShown(offer);
  return (
    <Drawer
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={shown === null ? texts.panel : offerWords(shown, texts)}
    >
      {content}
    </Drawer>
  );
}
