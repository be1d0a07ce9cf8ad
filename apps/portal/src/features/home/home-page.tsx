import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { Page, Skeleton } from "@working-social/ui";
import { lazy, Suspense } from "react";
import { useTitle } from "../../lib/title.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { homeTexts } from "./home-texts.ts";
import { walletOptions } from "../credits/wallet-query.ts";
import { FreeNow } from "./free-now.tsx";
import { HomeHeader } from "./home-header.tsx";
import { inOrder } from "./in-order.ts";
import { useIsEmptySpace } from "./use-is-empty-space.ts";
import { NextBooking } from "./next-booking.tsx";

export const EmptySpace = lazy(() => import("./empty-space.tsx").then((module) => ({ default: module.EmptySpace })));
const NothingAhead = lazy(() => import("./nothing-ahead.tsx").then((module) => ({ default: module.NothingAhead })));
// Below the fold, or beside it: their code comes while the rest is read.
const CreditsLeft = lazy(() => import("./credits-left.tsx").then((module) => ({ default: module.CreditsLeft })));
const ComingUp = lazy(() => import("./coming-up.tsx").then((module) => ({ default: module.ComingUp })));
const FeedHint = lazy(() => import("./feed-hint.tsx").then((module) => ({ default: module.FeedHint })));
const TodayStrip = lazy(() => import("./today-strip.tsx").then((module) => ({ default: module.TodayStrip })));

/** What people come for: my next booking, what is free now, the day at a glance. */
export function HomePage({ location }: { location: LocationView }) {
  const texts = useTexts(homeTexts);
  const { data: mine } = useSuspenseQuery(trpc.bookings.mine.queryOptions({ scope: "upcoming", cursor: null }));
  const [next, ...later] = inOrder(mine.bookings);
  const isEmptySpace = useIsEmptySpace(location);
  useTitle(texts.title);
  if (isEmptySpace && !next) return <EmptySpace />;
  return (
    <Page>
      <HomeHeader location={location} otherZones={mine.bookings.map(({ timeZone }) => timeZone)} />
      <div className="grid gap-7 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-7">
          {next ? (
            <NextBooking booking={next} placeZone={location.timeZone} />
          ) : (
            <Suspense fallback={<Skeleton className="h-60 rounded-lg" />}>
              <NothingAhead />
            </Suspense>
          )}
          <FreeNow location={location} />
          <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
            <TodayStrip location={location} />
          </Suspense>
        </div>
        <div className="flex min-w-0 flex-col gap-7">
          <Credits />
          <Suspense fallback={later.length > 0 && <Rows count={Math.min(later.length, 5)} heightPx={70} />}>
            {later.length > 0 && <ComingUp bookings={later.slice(0, 5)} placeZone={location.timeZone} />}
            <FeedHint />
          </Suspense>
        </div>
      </div>
    </Page>
  );
}

/** One row for each kind of credits: their number is known at once, so that nothing jumps when the bars come. */
function Credits() {
  const { data: wallet } = useQuery(walletOptions());
  const rows = new Set(
    wallet && [...wallet.plan, ...wallet.balances, ...wallet.planned].map(({ unit, currency }) => unit + currency),
  ).size;
  if (!wallet || rows === 0) return null;
  return (
    <Suspense fallback={<Rows count={rows} heightPx={48} />}>
      <CreditsLeft wallet={wallet} />
    </Suspense>
  );
}

/** A heading and a card of rows, as high as they will be. */
function Rows({ count, heightPx }: { count: number; heightPx: number }) {
  return <Skeleton className="rounded-lg" style={{ height: 58 + heightPx * count }} />;
}
