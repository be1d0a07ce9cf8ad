import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { BookingRefusal, LocationView, SearchHit, SearchView, SlotView } from "@working-social/booking/schema";
import { formatInstant } from "@working-social/kernel";
import { Button, EmptyState, LoadingAnnouncement, Section, Skeleton } from "@working-social/ui";
import { CalendarClock } from "lucide-react";
import { formatIn, type Format } from "../../../lib/format.ts";
import { useLocations } from "../../../lib/location.ts";
import { placeTime } from "../../../lib/place-time.ts";
import { bookingRefusalSentence } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts, type BookTexts } from "../book-texts.ts";
import type { Standing } from "../standing.ts";
import type { Asked, BookDay } from "../use-book-page.ts";

type AlternativesProps = {
  book: BookDay;
  asked: Asked;
  location: LocationView;
  onSlot: (slot: SlotView) => void;
  onLocation: (hit: SearchHit) => void;
};

/** Nothing is free as asked: what is nearest, by time, by room and by place, each one press away. */
export function Alternatives({ book, asked, location, onSlot, onLocation }: AlternativesProps) {
  const texts = useTexts(bookTexts);
  const format = formatIn(location.timeZone);
  const { people, features, kinds } = asked.wishes;
  const { data } = useQuery(
    trpc.availability.search.queryOptions(
      {
        locationId: location.id,
        startsAt: formatInstant(book.slot.start),
        durationMinutes: asked.minutes,
        people,
        features: [...features],
        kinds: [...kinds],
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const isFitting = book.fitting.length > 0;
  const reason = commonRefusal(book.fitting);
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h2 className="text-xl font-semibold tracking-tight">
          {isFitting ? texts.noneTitle(format.time(book.slot.start)) : texts.noneFitTitle}
        </h2>
        {!isFitting && <p className="mt-1 text-second">{texts.noneFitText}</p>}
        {reason && <p className="mt-1 text-second">{bookingRefusalSentence(reason, format)}</p>}
      </div>
      {data ? (
        <Choices {...{ data, format, texts, asked, onSlot, onLocation }} />
      ) : (
        <AlternativesSkeleton label={texts.searching} />
      )}
    </div>
  );
}

/** What stands in the way of all that fits, where it is one and the same; that all are taken is no reason of its own. */
function commonRefusal(fitting: readonly Standing[]): BookingRefusal | null {
  const [first, ...others] = fitting.map(({ verdict }) => verdict.refusals[0]);
  if (!first || first.code === "slot_taken") return null;
  const said = JSON.stringify(first);
  return others.every((refusal) => JSON.stringify(refusal) === said) ? first : null;
}

type ChoicesProps = Pick<AlternativesProps, "onSlot" | "onLocation" | "asked"> & {
  data: SearchView;
  format: Format;
  texts: BookTexts;
};

function Choices({ data, format, texts, asked, onSlot, onLocation }: ChoicesProps) {
  const { byTime, byRoom, byLocation } = data.alternatives;
  const { locations } = useLocations();
  const when = (hit: SearchHit, { date, shortDay, span } = format) =>
    date(hit.startsAt) === asked.date
      ? span(hit.startsAt, hit.endsAt)
      : `${shortDay(hit.startsAt)} ${span(hit.startsAt, hit.endsAt)}`;
  /** By the clock there, which may be another than here. */
  function whenThere(hit: SearchHit): string {
    const zone = locations.find(({ id }) => id === hit.locationId)?.timeZone ?? format.zone;
    const said = placeTime(zone, hit.startsAt, [format.zone]);
    return [hit.locationName, [when(hit, formatIn(zone)), said].filter(Boolean).join(" ")].join(", ");
  }
  if (byTime.length + byRoom.length + byLocation.length + data.free.length === 0)
    return <EmptyState icon={<CalendarClock />} title={texts.noneAtAll} className="px-0" />;
  return (
    <>
      <Group title={texts.nearest} hits={data.free} onPick={onSlot} note={(hit) => when(hit)} />
      <Group title={texts.otherTimes} hits={byTime} onPick={onSlot} note={(hit) => when(hit)} />
      <Group
        title={texts.otherRooms}
        hits={byRoom}
        onPick={onSlot}
        note={(hit) => texts.misses([texts.seatCount(hit.resource.capacity), ...hit.missing.map(texts.missing)])}
      />
      <Group title={texts.otherPlaces} hits={byLocation} onPick={onLocation} note={whenThere} />
    </>
  );
}

type GroupProps<Hit extends SearchHit> = {
  title: string;
  hits: readonly Hit[];
  note: (hit: Hit) => string;
  onPick: (hit: Hit) => void;
};

function Group<Hit extends SearchHit>({ title, hits, note, onPick }: GroupProps<Hit>) {
  const texts = useTexts(bookTexts);
  if (hits.length === 0) return null;
  return (
    <Section title={title} level={3}>
      <ul className="grid gap-2 sm:max-xl:grid-cols-2">
        {hits.slice(0, 5).map((hit) => (
          <li key={`${hit.resourceId} ${hit.startsAt}`}>
            <Button className="h-auto w-full py-2 whitespace-normal" onPress={() => onPick(hit)}>
              <span className="flex w-full min-w-0 items-center justify-between gap-3 figures">
                <span className="min-w-0 text-start">
                  <span className="block truncate">{hit.resourceName}</span>
                  <span className="block text-sm font-normal text-second">{note(hit)}</span>
                </span>
                {hit.totalMinor !== null && (
                  <span className="shrink-0 text-sm font-medium text-second">
                    {texts.price(hit.totalMinor, hit.currency, hit.credits)}
                  </span>
                )}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AlternativesSkeleton({ label }: { label: string }) {
  return (
    <div className="flex flex-col gap-2">
      <LoadingAnnouncement label={label} />
      {[1, 2, 3].map((line) => (
        <Skeleton key={line} className="h-14 w-full rounded-md" />
      ))}
    </div>
  );
}
