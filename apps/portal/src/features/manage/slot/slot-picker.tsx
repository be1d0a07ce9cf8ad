import type { ResourceView } from "@working-social/booking/schema";
import { DatePicker, FormRow, Select, TimeField } from "@working-social/ui";
import { useTexts } from "../../../texts/catalog.ts";
import { manageBookingsTexts } from "../../../texts/manage-bookings.ts";
import { slotOf, withStart, type WishedTimes } from "../../bookings/wished-slot.ts";

/** A room and a time on the location's wall, as they are being chosen. */
export interface SlotWish {
  resourceId: string | null;
  times: WishedTimes;
}

type SlotPickerProps = {
  resources: readonly ResourceView[];
  zone: string;
  wish: SlotWish;
  onChange: (wish: SlotWish) => void;
};

/** Which room, on which day, from when until when. */
export function SlotPicker({ resources, zone, wish, onChange }: SlotPickerProps) {
  const { bookFor: texts, simulator } = useTexts(manageBookingsTexts);
  const { resourceId, times } = wish;
  const setTimes = (next: WishedTimes) => onChange({ resourceId, times: next });
  const isIncomplete = times.from === "" || times.to === "";
  return (
    <>
      <Select
        label={texts.resource}
        options={resources.map(({ id, name }) => ({ id, label: name }))}
        placeholder={resources.length === 0 ? simulator.noResources : ""}
        value={resourceId}
        onChange={(id) => onChange({ resourceId: id, times })}
      />
      <DatePicker label={texts.day} value={times.date} onChange={(date) => setTimes({ ...times, date })} />
      <FormRow className="grid-cols-2">
        <TimeField
          label={texts.from}
          value={times.from}
          stepMinutes={5}
          onChange={(from) => setTimes(withStart(times, from, zone))}
        />
        <TimeField
          label={texts.to}
          value={times.to}
          stepMinutes={5}
          onChange={(to) => setTimes({ ...times, to })}
          errorMessage={!isIncomplete && slotOf(times, zone) === null ? texts.badTimes : undefined}
        />
      </FormRow>
    </>
  );
}
