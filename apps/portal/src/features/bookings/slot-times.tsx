import { DatePicker, FormRow, TimeField } from "@working-social/ui";
import { toLocal } from "@working-social/kernel";
import { placeTime } from "../../lib/place-time.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";
import { dayOfEnd, slotOf, withEnd, withStart, type WishedTimes } from "./wished-slot.ts";

interface SlotTimesProps {
  times: WishedTimes;
  zone: string;
  stepMinutes?: number;
  onChange: (times: WishedTimes) => void;
}

/** Day, from and until on the wall of one zone; the day of the end as well, once it is another one or can't be told. */
export function SlotTimes({ times, zone, stepMinutes, onChange }: SlotTimesProps) {
  const texts = useTexts(bookingsTexts);
  const slot = slotOf(times, zone);
  const isComplete = times.from !== "" && times.to !== "";
  const endDate = dayOfEnd(times);
  const said = slot && placeTime(zone, slot.start);
  const step = stepMinutes === undefined ? {} : { stepMinutes };
  return (
    <>
      <DatePicker
        label={texts.date}
        value={times.date}
        onChange={(date) => onChange(withStart(times, { date }, zone))}
      />
      <FormRow className="grid-cols-2">
        <TimeField
          {...step}
          label={texts.from}
          value={times.from}
          onChange={(from) => onChange(withStart(times, { from }, zone))}
        />
        <TimeField
          {...step}
          label={texts.to}
          value={times.to}
          errorMessage={isComplete && slot === null ? texts.endsBeforeStart : undefined}
          onChange={(to) => onChange(withEnd(times, { to }, zone))}
        />
      </FormRow>
      {said && <p className="-mt-2 text-sm text-second">{texts.inZone(said)}</p>}
      {isComplete && endDate !== times.date && (
        <DatePicker
          label={texts.endDate}
          value={endDate ?? (slot ? toLocal(slot.end, zone).date : times.date)}
          onChange={(day) => onChange(withEnd(times, { endDate: day }, zone))}
        />
      )}
    </>
  );
}
