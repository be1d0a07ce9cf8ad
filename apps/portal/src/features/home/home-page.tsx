import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { Page, Skeleton } from "@working-social/ui";
import { lazy, Suspense } from "react";
import { useTitle } from "../../lib/title.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../texts/catalog.ts";
import { homeTexts } from "../../texts/home.ts";
import { ComingUp } from "./coming-up.tsx";
import { EmptySpace } from "./empty-space.tsx";
import { FeedHint } from "./feed-hint.tsx";
import { FreeNow } from "./free-now.tsx";
import { HomeHeader } from "./home-header.tsx";
import { useIsEmptySpace } from "./use-is-empty-space.ts";
import { NextBooking, NothingAhead } from "./next-booking.tsx";

// Below the fold: its code comes while the rest is read.
const TodayStrip = lazy(() => import("./today-strip.tsx").then((module) => ({ default: module.TodayStrip })));

/** What people come for: my next booking, what is free now, the day at a glance. */
export function HomePage({ location }: { location: LocationView }) {
  const texts = useTexts(homeTexts);
  const { data: mine } = useSuspenseQuery(trpc.bookings.mine.queryOptions({ scope: "upcoming", cursor: null }));
  const [next, ...later] = mine.bookings;
  const isEmptySpace = useIsEmptySpace(location);
  useTitle(texts.title);
  if (isEmptySpace && !next) return <EmptySpace />;
  return (
    <Page>
      <HomeHeader location={location} />
      <div className="grid gap-7 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-7">
          {next ? <NextBooking booking={next} /> : <NothingAhead />}
          <FreeNow location={location} />
          <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
            <TodayStrip location={location} />
          </Suspense>
        </div>
        <div className="flex min-w-0 flex-col gap-7">
          {later.length > 0 && <ComingUp bookings={later.slice(0, 5)} />}
          <FeedHint />
        </div>
      </div>
    </Page>
  );
}
