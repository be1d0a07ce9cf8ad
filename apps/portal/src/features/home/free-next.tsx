import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { LocationView, ResourceKind, SearchHit, SlotView } from "@working-social/booking/schema";
import { formatInstant } from "@working-social/kernel";
import { Button, buttonClass, Card, CardList, Section, Skeleton } from "@working-social/ui";
import { useState } from "react";
import { formatMinutes, minutesBetween, formatIn, type Format } from "../../lib/format.ts";
import { useNow } from "../../lib/now.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { besideHomeTexts } from "./beside-home-texts.ts";
import { homeTexts } from "./home-texts.ts";
import { nextStart, type NextStart } from "../day/next-start.ts";
import { priceWords } from "./price-words.ts";

const shownCount = 3;
const usualMinutes = 60;
/** What one works in or at. */
const places: ResourceKind[] = ["hot_desk", "booth", "room"];
/** A search that changes with each tick of the clock would flicker: it is asked anew when the start moves. */
const keptMs = 5 * 60_000;

interface FreeNextProps {
  location: LocationView;
  onTake: (slot: SlotView) => void;
}

/** Nothing is free this minute, or the place is closed: when that changes, and what can be had then in one press. */
export function FreeNext({ location, onTake }: FreeNextProps) {
  const texts = useTexts(besideHomeTexts);
  const format = formatIn(location.timeZone);
  const now = useNow();
  const [today] = useState(() => format.date(now));
  const { data: day } = useSuspenseQuery(trpc.availability.day.queryOptions({ locationId: location.id, date: today }));
  const next = nextStart(day, now);
  if (!next) return <NoneSoon />;
  const note = next.isOpenNow
    ? texts.takenNow
    : texts.closedNow(next.isToday ? format.time(next.startsAt) : format.dayTime(next.startsAt));
  return (
    <Section title={texts.freeNext}>
      <p className="-mt-1 text-sm text-second">{note}</p>
      <Offers {...{ location, next, format, onTake }} />
    </Section>
  );
}

type OffersProps = FreeNextProps & { next: NextStart; format: Format };

function Offers({ location, next, format, onTake }: OffersProps) {
  const wish = { durationMinutes: usualMinutes, people: 1, features: [], kinds: places };
  const { data, isError } = useQuery(
    trpc.availability.search.queryOptions(
      { locationId: location.id, startsAt: formatInstant(next.startsAt), ...wish },
      { staleTime: keptMs },
    ),
  );
  if (isError) return <NoneSoon />;
  if (!data) return <Skeleton className="h-44 rounded-lg" />;
  const hits = oneOfEachKind([...data.free, ...data.alternatives.byTime]).slice(0, shownCount);
  if (hits.length === 0) return <NoneSoon />;
  return (
    <CardList>
      {hits.map((hit) => (
        <Offer key={`${hit.resourceId} ${hit.startsAt}`} {...{ hit, next, format, onTake }} />
      ))}
    </CardList>
  );
}

/** The first of every kind come first: three booths would be one answer thrice. */
function oneOfEachKind(hits: readonly SearchHit[]): SearchHit[] {
  const isFirst = (hit: SearchHit) => hits.find(({ resource }) => resource.kind === hit.resource.kind) === hit;
  return [...hits.filter(isFirst), ...hits.filter((hit) => !isFirst(hit))];
}

type OfferProps = Omit<OffersProps, "location"> & { hit: SearchHit };

function Offer({ hit, next, format, onTake }: OfferProps) {
  const [texts, home] = [useTexts(besideHomeTexts), useTexts(homeTexts)];
  const price = priceWords(hit, home);
  const span = format.span(hit.startsAt, hit.endsAt);
  const when = `${format.shortDay(hit.startsAt)}, ${span}`;
  const isThatDay = format.date(hit.startsAt) === format.date(next.startsAt);
  const length = formatMinutes(minutesBetween(hit.startsAt, hit.endsAt));
  const { resourceId, resourceName, startsAt, endsAt } = hit;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4">
      <div className="min-w-0">
        <p className="truncate font-semibold">{resourceName}</p>
        <p className="figures text-sm text-second">
          {isThatDay ? span : when} · <span className="whitespace-nowrap">{price}</span>
        </p>
      </div>
      <Button
        className="min-w-20"
        aria-label={texts.bookThen(length, resourceName, when, price)}
        onPress={() => onTake({ resourceId, resourceName, startsAt, endsAt })}
      >
        {length}
      </Button>
    </li>
  );
}

function NoneSoon() {
  const texts = useTexts(besideHomeTexts);
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
