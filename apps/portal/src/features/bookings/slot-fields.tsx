import { useQuery } from "@tanstack/react-query";
import type { BookingView } from "@working-social/booking/schema";
import { Button, Select } from "@working-social/ui";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";
import { SlotTimes } from "./slot-times.tsx";
import { moved, resized, slotOf, timesOf, type WishedTimes } from "./wished-slot.ts";

/** What the booking should become. */
export interface ChangeWish {
  resourceId: string;
  times: WishedTimes;
}

interface SlotFieldsProps {
  booking: BookingView;
  wish: ChangeWish;
  onChange: (wish: ChangeWish) => void;
}

const stepMinutes = 30;

/** Room, day and times, and four buttons for the changes that people make most. */
export function SlotFields({ booking, wish, onChange }: SlotFieldsProps) {
  const texts = useTexts(bookingsTexts);
  const { timeZone: zone, locationId } = booking;
  const { data: resources } = useQuery(trpc.resources.list.queryOptions({ locationId }));
  const own = { id: booking.resourceId, label: booking.resourceName };
  const options = resources?.map(({ id, name }) => ({ id, label: name })) ?? [own];
  const { times } = wish;
  const slot = slotOf(times, zone);
  const setTimes = (next: WishedTimes) => onChange({ ...wish, times: next });
  const nudges = [
    { label: texts.earlier, change: moved, minutes: -stepMinutes },
    { label: texts.later, change: moved, minutes: stepMinutes },
    { label: texts.shorter, change: resized, minutes: -stepMinutes },
    { label: texts.longer, change: resized, minutes: stepMinutes },
  ];
  return (
    <>
      <Select
        label={texts.room}
        options={options}
        value={wish.resourceId}
        onChange={(resourceId) => onChange({ ...wish, resourceId })}
      />
      <SlotTimes times={times} zone={zone} onChange={setTimes} />
      <div className="grid grid-cols-2 gap-2">
        {nudges.map(({ label, change, minutes }) => (
          <Button
            key={label}
            size="small"
            isDisabled={slot === null}
            onPress={() => slot && setTimes(timesOf(change(slot, minutes), zone))}
          >
            {label}
          </Button>
        ))}
      </div>
    </>
  );
}
