import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { buttonClass, Card, EmptyState, Page, PageHeader } from "@working-social/ui";
import { Coins } from "lucide-react";
import { useNow } from "../../lib/now.ts";
import { useTitle } from "../../lib/title.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "./credits-texts.ts";
import { unitBalances } from "./balances.ts";
import { ChargeList } from "./charge-list.tsx";
import { PackList } from "./pack-list.tsx";
import { PrintAndCredits } from "./print-and-credits.tsx";
import { UnitSection } from "./unit-section.tsx";
import { walletOptions } from "./wallet-query.ts";

/** Everything prepaid that I can use: what is left of what, until when, and where it comes from. */
export function CreditsPage() {
  const texts = useTexts(creditsTexts);
  const { data: wallet } = useSuspenseQuery(walletOptions());
  const now = useNow();
  const balances = unitBalances(wallet, now);
  useTitle(texts.title);
  return (
    <Page>
      <PageHeader title={texts.title} subtitle={texts.subtitle} />
      <PrintAndCredits />
      <div className="grid items-start gap-7 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="-mb-7 min-w-0 gap-7 lg:columns-2 [&>*]:mb-7 [&>*]:break-inside-avoid">
          {balances.length === 0 && <NoCredits />}
          {balances.map((balance) => (
            <UnitSection key={balance.id} {...{ balance, now }} timeZone={wallet.timeZone} />
          ))}
        </div>
        <div className="flex min-w-0 flex-col gap-7">
          <PackList wallet={wallet} />
          <ChargeList timeZone={wallet.timeZone} />
        </div>
      </div>
    </Page>
  );
}

function NoCredits() {
  const texts = useTexts(creditsTexts);
  return (
    <Card padding="none" className="[column-span:all]">
      <EmptyState
        icon={<Coins />}
        title={
          <span role="heading" aria-level={2}>
            {texts.emptyTitle}
          </span>
        }
        action={
          <>
            <Link to="/book" className={buttonClass()}>
              {texts.emptyBook}
            </Link>
            <Link to="/credits/explain" search={{ unit: "room_minutes" }} className={buttonClass({ variant: "quiet" })}>
              {texts.emptyExplain}
            </Link>
          </>
        }
      >
        {texts.emptyText}
      </EmptyState>
    </Card>
  );
}
