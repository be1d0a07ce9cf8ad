import type { BookingView, LocationView, SearchHit, SlotView } from "@working-social/booking/schema";
import { formatInstant } from "@working-social/kernel";
import { BookingPanel } from "../../booking/booking-panel.tsx";
import { Alternatives } from "./alternatives.tsx";
import { BookedNote } from "./booked-note.tsx";
import { MisfitNote } from "./misfit-note.tsx";
import { MovePanel } from "./move-panel.tsx";
import type { Asked, BookDay } from "../use-book-page.ts";

export type BookPanelProps = {
  book: BookDay;
  asked: Asked;
  location: LocationView;
  booked: BookingView | null;
  /** Its title says what it is about. */
  isSheet: boolean;
  onSlot: (slot: SlotView) => void;
  onTake: (resourceId: string) => void;
  onLocation: (hit: SearchHit) => void;
  onBooked: (booking: BookingView) => void;
  /** Whether it is for somebody else, as the panel says. */
  onForOther: (isForOther: boolean) => void;
  onAnother: () => void;
  onMoveDone: () => void;
};

/** Beside the timeline: the chosen slot with its price, or the move, or what works instead. */
export function BookPanel(props: BookPanelProps) {
  const { book, asked, location, booked } = props;
  const { chosen, slot, movingId, free } = book;
  if (booked) return <BookedNote booking={booked} onAnother={props.onAnother} />;
  if (!chosen)
    return <Alternatives {...{ book, asked, location }} onSlot={props.onSlot} onLocation={props.onLocation} />;
  const { resource } = chosen.lane;
  const wire = { startsAt: formatInstant(slot.start), endsAt: formatInstant(slot.end) };
  if (movingId)
    return (
      <MovePanel
        {...{ resource, location }}
        isHeadingHidden={props.isSheet}
        bookingId={movingId}
        target={{ resourceId: resource.id, ...wire }}
        onSlotChange={props.onSlot}
        onDone={props.onMoveDone}
      />
    );
  return (
    <div className="flex flex-col gap-5">
      <BookingPanel
        {...{ resource, location }}
        isHeadingHidden={props.isSheet}
        slot={wire}
        onSlotChange={props.onSlot}
        onBooked={props.onBooked}
        onForOther={props.onForOther}
      />
      <MisfitNote standing={chosen} wishes={asked.wishes} best={free[0] ?? null} onTake={props.onTake} />
    </div>
  );
}
