import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Page, PageHeader } from "@working-social/ui";
import { useEffect, useRef } from "react";
import { useNow } from "../../lib/now.ts";
import { useTitle } from "../../lib/title.ts";
import { trpc } from "../../lib/trpc.ts";
import { withZone } from "../../lib/with-zone.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { printTexts } from "./print-texts.ts";
import { PrintAndCredits } from "../credits/print-and-credits.tsx";
import { walletOptions } from "../credits/wallet-query.ts";
import { CopierCode } from "./copier-code.tsx";
import { PagesLeft } from "./pages-left.tsx";
import { PriceList } from "./price-list.tsx";
import { waitingOptions } from "./print-queries.ts";
import { PrintedList } from "./printed-list.tsx";
import { WaitingList } from "./waiting-list.tsx";

/** The copier from one's own desk: what waits and what it costs, the way to release it, and what was printed. */
export function PrintPage({ wantedId }: { wantedId: string | undefined }) {
  const texts = useTexts(printTexts);
  const { data: waiting } = useSuspenseQuery(waitingOptions());
  const { data: wallet } = useSuspenseQuery(walletOptions());
  const { timeZone } = wallet;
  useNoticed(waiting.jobs.map(({ id }) => id).join(" "));
  useTitle(texts.title);
  return (
    <Page>
      <PageHeader title={texts.title} subtitle={withZone(texts.subtitle, timeZone, useNow())} />
      <PrintAndCredits />
      {/* On a phone, what one needs at the copier comes before what was printed. */}
      <div className="grid items-start gap-7 xl:grid-cols-[minmax(0,1fr)_24rem] xl:grid-rows-[auto_1fr]">
        <WaitingList {...{ waiting, wallet, timeZone }} />
        <div className="flex min-w-0 flex-col gap-7 xl:col-start-2 xl:row-span-2">
          <PagesLeft balances={waiting.balances} />
          <CopierCode />
          <PriceList />
        </div>
        <PrintedList {...{ timeZone, wantedId }} />
      </div>
    </Page>
  );
}

/** What left the copier's queue was printed, and paid: asks for what that changes, here and on Home. */
function useNoticed(waitingIds: string) {
  const client = useQueryClient();
  const known = useRef(waitingIds);
  useEffect(() => {
    if (known.current === waitingIds) return;
    known.current = waitingIds;
    void client.invalidateQueries(trpc.printing.mine.pathFilter());
    void client.invalidateQueries(trpc.credits.pathFilter());
  }, [waitingIds, client]);
}
