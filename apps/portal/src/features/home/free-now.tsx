import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FreeNowHit, LocationView, SlotView } from "@working-social/booking/schema";
import { Button, CardList, Section, Skeleton } from "@working-social/ui";
import { lazy, Suspense, useState } from "react";
import { formatMinutes, minutesBetween, formatIn } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { homeTexts } from "./home-texts.ts";
import { priceWords } from "./price-words.ts";
import { BookingSheet } from "../booking/booking-sheet.tsx";

// Only when nothing is free: it brings the rules of opening hours with it.
const FreeNext = lazy(() => import("./free-next.tsx").then((module) => ({ default: module.FreeNext })));

const shownCount = 5;

/** What can be had now, from the next step of its grid, until when, for how much: one press, one look at the price, booked. */
export function FreeNow({ location }: { location: LocationView }) {
  const texts = useTexts(homeTexts);
  const [slot, setSlot] = useState<SlotView | null>(null);
  const { data } = useSuspenseQuery(
    trpc.availability.freeNow.queryOptions({ locationId: location.id }, { refetchInterval: 60_000 }),
  );
  const day = (
    <Link to="/book" className="text-sm font-semibold text-accent hover:underline">
      {texts.moreFree}
    </Link>
  );
  return (
    <>
      {data.hits.length === 0 ? (
        <Suspense fallback={<Skeleton className="h-44 rounded-lg" />}>
          <FreeNext location={location} onTake={setSlot} />
        </Suspense>
      ) : (
        <Section title={texts.freeNow} action={data.hits.length > shownCount ? day : undefined}>
          <CardList>
            {varied(data.hits, shownCount).map((hit) => (
              <FreeRow key={hit.resource.id} hit={hit} location={location} onTake={setSlot} />
            ))}
          </CardList>
        </Section>
      )}
      <BookingSheet slot={slot} location={location} onSlotChange={setSlot} onClose={() => setSlot(null)} />
    </>
  );
}

interface FreeRowProps {
  hit: FreeNowHit;
  location: LocationView;
  onTake: (slot: SlotView) => void;
}

function FreeRow({ hit, location, onTake }: FreeRowProps) {
  const texts = useTexts(homeTexts);
  const format = formatIn(location.timeZone);
  const { resource, offer } = hit;
  const isPool = resource.units.length > 1;
  const price = priceWords(offer, texts);
  const length = formatMinutes(minutesBetween(offer.startsAt, offer.endsAt));
  const shown = isPool ? texts.takeOne : length;
  const facts = isPool
    ? [texts.ofFree(hit.freeUnits, resource.units.length)]
    : [texts.people(resource.capacity), ...resource.features.slice(0, 2)];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 sm:grid-cols-[minmax(0,1fr)_auto_auto_auto]">
      <p className="min-w-0">
        <span className="font-semibold">{resource.name}</span>
        <span className="text-second max-sm:hidden"> · {facts.join(" · ")}</span>
      </p>
      <span className="figures text-sm text-second max-sm:row-start-2">
        {texts.freeFrom(
          format.time(offer.startsAt),
          format.date(hit.freeUntil) === format.date(offer.startsAt) ? format.time(hit.freeUntil) : null,
        )}
        <span className="sm:hidden"> · {isPool ? facts[0] : price}</span>
      </span>
      <span className="figures text-end text-sm max-sm:hidden sm:min-w-20">{price}</span>
      <Button
        aria-label={texts.bookFor({ shown, name: resource.name, from: format.time(offer.startsAt), length, price })}
        className="min-w-24 max-sm:col-start-2 max-sm:row-span-2 max-sm:row-start-1"
        onPress={() => onTake({ ...offer, resourceId: resource.id, resourceName: resource.name })}
      >
        {shown}
      </Button>
    </li>
  );
}

/** At most two of a kind while there are other kinds to show, in the order given. */
function varied(hits: readonly FreeNowHit[], count: number): FreeNowHit[] {
  const kindBefore = (index: number) =>
    hits.slice(0, index).filter(({ resource }) => resource.kind === hits[index]?.resource.kind).length;
  const ranked = hits.map((hit, index) => ({ hit, index, isThird: kindBefore(index) >= 2 }));
  const chosen = ranked.toSorted((a, b) => Number(a.isThird) - Number(b.isThird) || a.index - b.index).slice(0, count);
  return chosen.toSorted((a, b) => a.index - b.index).map(({ hit }) => hit);
}
