import type { ResourceView } from "@working-social/booking/schema";
import { Select } from "@working-social/ui";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";
import { SlotTimes } from "../../slot-times.tsx";
import type { WishedTimes } from "../../wished-slot.ts";

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
  const { bookFor: texts } = useTexts(manageBookingsTexts);
  const { resourceId, times } = wish;
  return (
    <>
      <Select
        label={texts.resource}
        options={resources.map(({ id, name }) => ({ id, label: name }))}
        placeholder={resources.length === 0 ? texts.noResources : ""}
        value={resourceId}
        onChange={(id) => onChange({ resourceId: id, times })}
      />
      <SlotTimes times={times} zone={zone} stepMinutes={5} onChange={(next) => onChange({ resourceId, times: next })} />
    </>
  );
}
