import type { Interval } from "@working-social/kernel";
import { classNames } from "@working-social/ui";
import { memo } from "react";
import type { Format } from "../../lib/format.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookTexts } from "./book-texts.ts";
import { bookingName, bookingState } from "./lane-text.ts";
import type { Lane, LaneBooking } from "./lane.ts";
import { placeOf, shortSpan } from "./place.ts";
import { WholeLine } from "./whole-line.tsx";

export const hatched = "bg-[repeating-linear-gradient(135deg,var(--line)_0_1px,transparent_1px_7px)]";
const dotted = "bg-[radial-gradient(var(--third)_0.5px,transparent_1px)] bg-size-[6px_6px]";

type BlocksProps = {
  lane: Lane;
  scale: Interval;
  format: Format;
  /** One's own booking that is on its way elsewhere: it fades where it was. */
  movingId: string | null;
};

/** What a resource's day is made of before anybody chooses: closed hours, turnover, bookings. Words for it are in the cells. */
export const Blocks = memo(function Blocks({ lane, scale, format, movingId }: BlocksProps) {
  const shown = lane.isPool ? lane.bookings.filter((booking) => booking.isMine) : lane.bookings;
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      {lane.closed.map((span) => (
        <span key={span.start} style={placeOf(span, scale)} className={classNames("absolute inset-y-0", hatched)} />
      ))}
      {lane.kept.map((span) => (
        <span
          key={span.start}
          style={placeOf(span, scale)}
          className={classNames("absolute inset-y-2.5 opacity-70", dotted)}
        />
      ))}
      {shown.map((booking) => (
        <Block key={booking.id} {...{ booking, scale, format }} isLeaving={booking.id === movingId} />
      ))}
    </div>
  );
});

/** Held and waiting ones differ by outline and word, one's own by outline, name and colour: never by colour alone. */
function look(booking: LaneBooking): string {
  if (booking.status === "pending_approval") return "border-dashed border-amber bg-amber-weak text-amber-on-weak";
  if (booking.status === "held")
    return classNames(
      "border-dashed",
      booking.isMine ? "border-accent bg-paper text-accent" : "border-third bg-paper text-second",
    );
  return booking.isMine ? "border-accent bg-accent-weak text-accent-on-weak" : "border-line bg-sunk text-second";
}

type BlockProps = { booking: LaneBooking; scale: Interval; format: Format; isLeaving: boolean };

function Block({ booking, scale, format, isLeaving }: BlockProps) {
  const texts = useTexts(bookTexts);
  const name = [bookingName(booking, texts), bookingState(booking, texts)].filter(Boolean).join(" · ");
  return (
    <span style={placeOf(booking, scale)} className="@container absolute inset-y-2 px-px">
      <span
        className={classNames(
          "flex h-full flex-col justify-center overflow-hidden rounded-md border px-1.5 text-xs leading-4 figures",
          look(booking),
          isLeaving && "opacity-45",
        )}
      >
        {name && (
          <>
            <span className="hidden truncate font-medium @min-[2.25rem]:block">{name}</span>
            <WholeLine>{shortSpan(booking, format)}</WholeLine>
          </>
        )}
      </span>
    </span>
  );
}
