import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView, ResourceView } from "@working-social/booking/schema";
import { formatInstant } from "@working-social/kernel";
import { Card, EmptyState, SkeletonText } from "@working-social/ui";
import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { formatIn } from "../../../../lib/format.ts";
import { refusalOf, refusalSentence } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { simulatorTexts } from "./simulator-texts.ts";
import { slotOf, timesOf } from "../../../bookings/wished-slot.ts";
import { LocationPage } from "../../../manage/frame/manage-page.tsx";
import { PersonField } from "../../../bookings/manage/slot/person-field.tsx";
import { SlotPicker } from "../../../bookings/manage/slot/slot-picker.tsx";
import { useFirstWish } from "../../../bookings/manage/slot/use-first-wish.ts";
import { SimulatorAnswer } from "./simulator-answer.tsx";

/** "Could Ana book Lantern on Friday at 19:00 for two hours?" */
export function SimulatorPage() {
  const texts = useTexts(simulatorTexts);
  return (
    <LocationPage section="simulator" subtitle={texts.subtitle}>
      {(location) => <Simulator key={location.id} location={location} />}
    </LocationPage>
  );
}

function Simulator({ location }: { location: LocationView }) {
  const zone = location.timeZone;
  const { data: resources } = useSuspenseQuery(trpc.resources.list.queryOptions({ locationId: location.id }));
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [wish, setWish] = useFirstWish(location);
  const resource = resources.find(({ id }) => id === wish.resourceId) ?? null;
  const slot = slotOf(wish.times, zone);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <Card className="flex flex-col gap-5">
        <PersonField person={person} onChange={setPerson} />
        <SlotPicker resources={resources} zone={zone} wish={wish} onChange={setWish} />
      </Card>
      <div aria-live="polite">
        {person && resource && slot ? (
          <Answer
            {...{ location, person, resource }}
            startsAt={formatInstant(slot.start)}
            endsAt={formatInstant(slot.end)}
            onSlot={(start, end) => setWish({ ...wish, times: timesOf({ start, end }, zone) })}
          />
        ) : (
          <Nothing />
        )}
      </div>
    </div>
  );
}

type AnswerProps = {
  location: LocationView;
  person: { id: string; name: string };
  resource: ResourceView;
  startsAt: string;
  endsAt: string;
  onSlot: (start: number, end: number) => void;
};

function Answer({ location, person, resource, startsAt, endsAt, onSlot }: AnswerProps) {
  const format = formatIn(location.timeZone);
  const { data, error, isPlaceholderData } = useQuery(
    trpc.availability.simulate.queryOptions(
      { personId: person.id, resourceId: resource.id, startsAt, endsAt },
      { placeholderData: keepPreviousData },
    ),
  );
  if (error) return <p className="text-red">{refusalSentence(refusalOf(error), format)}</p>;
  if (!data) return <SkeletonText lines={4} />;
  return (
    <SimulatorAnswer
      answer={data}
      person={person.name}
      resource={resource.name}
      when={`${format.shortDay(startsAt)}, ${format.span(startsAt, endsAt)}`}
      format={format}
      isStale={isPlaceholderData}
      onSlot={onSlot}
    />
  );
}

function Nothing() {
  const texts = useTexts(simulatorTexts);
  return (
    <EmptyState icon={<FlaskConical />} title={texts.emptyTitle}>
      {texts.empty}
    </EmptyState>
  );
}
