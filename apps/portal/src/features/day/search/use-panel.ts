import type { BookingView, SearchHit, SlotView } from "@working-social/booking/schema";
import type { Interval } from "@working-social/kernel";
import { useRouter } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { leaveOver } from "../../../lib/over.ts";
import type { BookPanelProps } from "./book-panel.tsx";
import type { BookSearch } from "../book-search.ts";
import { focusWhenThere } from "./focus-when-there.ts";
import { searchOfSlot, searchOfSuggestion, type SetSearch } from "../use-book-page.ts";

type PanelActions = Omit<BookPanelProps, "book" | "asked" | "location" | "isSheet" | "onForOther">;

export type By = "pointer" | "keyboard";

interface PanelOptions {
  /** Whether the panel has a place of its own beside the day; else it is a sheet over it. */
  isWide: boolean;
  /** The suggestion is to be made anew. */
  onRound: () => void;
}

/** What happens in the panel, and what the link says afterwards. */
export function usePanel(zone: string, search: BookSearch, onSearch: SetSearch, { isWide, onRound }: PanelOptions) {
  const ref = useRef<HTMLDivElement>(null);
  const [latest, setLatest] = useState<BookingView | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const stopFocusing = useRef<(() => void) | null>(null);
  const { date, time, minutes, people, features, kinds } = search;
  const asked = JSON.stringify([date, time, minutes, people, features, kinds]);
  // For what was asked then, somebody has what they wanted.
  const [doneFor, setDoneFor] = useState<string | null>(null);
  // What was booked is news until something else is asked for.
  const booked = doneFor === asked ? latest : null;
  const router = useRouter();
  const isOpen = isAsking || booked !== null || search.resource !== undefined || search.moving !== undefined;

  function choose(patch: BookSearch, by: By = "pointer") {
    stopFocusing.current?.();
    setLatest(null);
    setDoneFor(null);
    setIsAsking(true);
    // A sheet is one step back from the page below, however often one chooses in it.
    onSearch(patch, isWide ? {} : isOpen ? { replace: true } : { isOver: true });
    if (by === "keyboard") stopFocusing.current = focusWhenThere(ref.current);
  }
  function close() {
    setIsAsking(false);
    setDoneFor(null);
    if (booked) onRound();
    setLatest(null);
    if (!isWide && leaveOver(router)) return;
    if (search.resource || search.moving) onSearch({ resource: undefined, moving: undefined }, { replace: true });
  }
  const actions: PanelActions = {
    booked,
    onSlot: (slot: SlotView) => choose(searchOfSuggestion(slot, zone)),
    onTake: (resource) => choose({ resource }),
    onLocation: (hit: SearchHit) => choose({ location: hit.locationId, resource: hit.resourceId }),
    onBooked: (booking) => {
      // A sheet goes: the toast says that it worked, and would lie over the sheet's own buttons.
      setLatest(isWide ? booking : null);
      setIsAsking(false);
      setDoneFor(asked);
      if (!isWide) onRound();
      onSearch({ resource: undefined }, { replace: true });
    },
    onAnother: close,
    onMoveDone: close,
  };
  return {
    ref,
    actions,
    close,
    /** It is booked, and nothing else has been asked for since: nothing in the day is chosen. */
    isDone: doneFor === asked,
    /** Whether somebody chose something, so that a sheet comes up where there is no room beside the day. */
    isOpen,
    choose: (resourceId: string, slot: Interval, by: By) => choose(searchOfSlot(resourceId, slot, zone), by),
    move: (bookingId: string, resourceId: string, slot: Interval, by: By) =>
      choose({ ...searchOfSlot(resourceId, slot, zone), moving: bookingId }, by),
  };
}
