import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FreeNowHit, LocationView, SlotView } from "@working-social/booking/schema";
import { Button, buttonClass, Card, CardList, Section } from "@working-social/ui";
import { useState } from "react";
import { formatMinutes, formatPrice, minutesBetween, useFormat } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../texts/catalog.ts";
import { homeTexts } from "../../texts/home.ts";
import { BookingSheet } from "../booking/booking-sheet.tsx";

const shownCount = 5;

/** What can be had this minute, until when, for how much: one press, one look at the price, booked. */
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
    <Section title={texts.freeNow} action={data.hits.length > shownCount ? day : undefined}>
      {data.hits.length === 0 ? (
        <NothingFree />
      ) : (
        <CardList>
          {data.hits.slice(0, shownCount).map((hit) => (
            <FreeRow key={hit.resource.id} hit={hit} location={location} onTake={setSlot} />
          ))}
        </CardList>
      )}
      <BookingSheet slot={slot} location={location} onSlotChange={setSlot} onClose={() => setSlot(null)} />
    </Section>
  );
}

interface FreeRowProps {
  hit: FreeNowHit;
  location: LocationView;
  onTake: (slot: SlotView) => void;
}

function FreeRow({ hit, location, onTake }: FreeRowProps) {
  const texts = useTexts(homeTexts);
  const format = useFormat(location.timeZone);
  const { resource, offer } = hit;
  const isPool = resource.units.length > 1;
  const price =
    offer.totalMinor === null
      ? texts.noPrice
      : offer.totalMinor === 0
        ? texts.freeOfCharge
        : formatPrice(offer.totalMinor, offer.currency);
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
        {texts.until(format.time(hit.freeUntil))}
        <span className="sm:hidden"> · {isPool ? facts[0] : price}</span>
      </span>
      <span className="figures text-right text-sm max-sm:hidden sm:min-w-20">{price}</span>
      <Button
        aria-label={texts.bookFor(shown, resource.name, length, price)}
        className="min-w-20 max-sm:col-start-2 max-sm:row-span-2 max-sm:row-start-1"
        onPress={() => onTake({ ...offer, resourceId: resource.id, resourceName: resource.name })}
      >
        {shown}
      </Button>
    </li>
  );
}

function NothingFree() {
  const texts = useTexts(homeTexts);
  return (
    <Card className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <p className="font-semibold">{texts.nothingFree}</p>
        <p className="text-sm text-second">{texts.nothingFreeText}</p>
      </div>
      <Link to="/book" className={buttonClass()}>
        {texts.seeDay}
      </Link>
    </Card>
  );
}
